package token

var romance = []list{
	{"fr", `de 45 la 30 l 24 le 24 et 22 les 20 d 20 à 18 des 17 en 14 un 12 du 12 une 12 est 11 que 10 qui 9 dans 9 a 9 pour 9
		il 8 pas 7 au 7 je 7 s 7 ne 7 sur 6.5 qu 6 ce 6 par 6 n 6 plus 6 se 6 c 6 avec 5.5 on 5 vous 5 nous 4.5 son 4.5
		mais 4.5 elle 4 ou 4 sont 4 j 3.5 cette 3.5 comme 3.4 sa 3.3 aux 3.3 ses 3.2 tout 3 être 2.9 ont 2.6 si 2.6 ils 2.6
		y 2.6 était 2.6 leur 2.5 été 2.4 fait 2.3 aussi 2.3 même 2.1 ces 2 bien 2 m 2 où 1.9 deux 1.9 faire 1.8 sans 1.8
		mon 1.7 votre 1.6 peut 1.6 me 1.6 avait 1.6 lui 1.6 tous 1.5 t 1.5 tu 1.5 très 1.3 après 1.3 ma 1.3 entre 1.3
		leurs 1.2 encore 1.1 dont 1.1 ans 1 donc 1 avoir 1 notre 1 mes 0.9 quand 0.9 alors 0.9 sous 0.8 moins 0.8 non 0.8
		vos 0.8 nos 0.8 car 0.8 depuis 0.8 ainsi 0.8 cela 0.8 te 0.8 toute 0.7 puis 0.7 contre 0.7 avant 0.7 toujours 0.7
		jamais 0.6 chez 0.6`},
	{"es", `de 60 la 38 que 30 el 30 en 27 y 26 a 21 los 17 se 13 del 12 un 11 las 11 no 11 por 10 con 10 una 10 es 10 su 8 para 8
		lo 8 al 7 como 6.5 más 5.5 o 4.5 pero 4 sus 4 le 4 ha 4 me 4 si 3.6 sin 2.6 este 2.6 ya 2.6 sobre 2.5 fue 2.5 mi 2.5
		esta 2.4 son 2.3 todo 2.2 entre 2.2 cuando 2.2 ser 2 también 2 era 2 dos 1.8 muy 1.8 está 1.8 había 1.7 hasta 1.6
		desde 1.6 nos 1.6 te 1.6 porque 1.5 qué 1.5 yo 1.5 han 1.4 hay 1.4 todos 1.2 tiene 1.2 tu 1.2 les 1.2 puede 1.1
		así 1.1 ni 1.1 él 1.1 donde 1.1 años 1 vez 1 uno 1 bien 1 solo 0.9 ese 0.9 eso 0.9 he 0.9 sólo 0.8 parte 0.8 otra 0.8
		otro 0.8 ella 0.8 cada 0.8 e 0.8 esto 0.8 están 0.8 durante 0.7 contra 0.7 quien 0.7 hacer 0.7 aunque 0.6 estos 0.6
		fueron 0.5`},
	{"it", `di 38 e 26 che 22 la 22 il 21 l 17 in 16 a 16 un 14 è 13 per 13 non 12 del 10 una 10 i 10 le 10 si 10 con 9 da 9
		della 9 dell 6 dei 5.5 nel 5 come 5 al 5 più 5 lo 5 gli 5 sono 5 ma 5 ha 4.5 alla 4.5 delle 4.5 se 4 anche 4 o 3.6
		mi 3.5 ci 3.2 d 3 nella 3 all 3 questo 2.6 dal 2.5 era 2.2 ai 2.2 suo 2 sua 2 essere 2 ad 1.8 io 1.8 dalla 1.8 tra 1.8
		degli 1.8 questa 1.8 sul 1.7 stato 1.6 cui 1.6 ne 1.6 quando 1.5 tutti 1.5 hanno 1.5 perché 1.5 ho 1.5 c 1.4 due 1.3
		molto 1.3 loro 1.3 poi 1.3 solo 1.3 ed 1.3 ti 1.3 chi 1.2 nell 1.2 alle 1.2 nei 1.2 può 1.2 dopo 1.1 sulla 1.1
		tutto 1.1 anni 1 così 1 prima 1 già 1 senza 1 quella 0.9 quello 0.9 ancora 0.9 sia 0.9 cosa 0.9 lui 0.9 suoi 0.8
		mio 0.8 dove 0.8 stata 0.8 fatto 0.8 ogni 0.8 dai 0.8 quindi 0.8 lei 0.8 noi 0.8 nelle 0.8 fu 0.8 fra 0.6 mai 0.6
		dagli 0.4`},
	{"pt", `de 50 a 36 o 32 e 30 que 28 do 22 da 22 em 17 no 13 um 12 para 12 com 12 não 12 os 12 é 12 uma 11 na 11 se 10 por 9
		as 9 dos 9 das 7 mais 6 como 6 ao 5 mas 4.5 foi 4.5 ou 4 eu 4 à 3.5 seu 3 sua 3 nos 3 são 3 você 3 ser 2.8 ele 2.6
		tem 2.5 quando 2.2 já 2.2 também 2.2 muito 2 está 2 pelo 2 pela 2 me 2 até 1.8 era 1.8 isso 1.7 sem 1.7 nas 1.7 só 1.6
		entre 1.6 ela 1.6 aos 1.5 sobre 1.5 há 1.4 mesmo 1.4 ter 1.4 seus 1.4 pode 1.4 depois 1.3 meu 1.3 este 1.2 esta 1.2
		foram 1.2 ainda 1.2 vai 1.2 nem 1.1 quem 1 eles 1 suas 1 às 1 minha 1 porque 1 te 1 esse 0.9 bem 0.9 todos 0.9
		anos 0.9 essa 0.8 num 0.8 qual 0.8 onde 0.8 fazer 0.8 tudo 0.8 pelos 0.7 lhe 0.7 estava 0.7 numa 0.6 havia 0.6 nós 0.6
		dois 0.6 apenas 0.6 elas 0.5`},
	{"ca", `de 50 la 30 i 27 el 25 a 24 que 23 l 18 en 15 d 15 els 14 per 13 les 12 un 11 del 11 amb 11 una 10 és 9 no 9 s 9 al 8
		va 7 es 7 com 5.5 més 5.5 ha 5 dels 5 o 4.5 n 4 però 4 són 3.5 hi 3.5 als 3.2 seva 3 seu 3 si 3 aquest 2.8 també 2.8
		ho 2.6 em 2.6 aquesta 2.5 pel 2.5 m 2.5 van 2.4 ser 2.3 entre 2.2 on 2 era 2 ja 2 molt 1.9 quan 1.8 tot 1.8 han 1.8
		sobre 1.7 té 1.7 fins 1.6 sense 1.6 perquè 1.6 li 1.6 què 1.6 des 1.4 pot 1.4 ens 1.4 dos 1.3 fa 1.3 després 1.2
		tots 1.1 fer 1.1 anys 1 jo 1 qui 1 seus 1 seves 1 aquests 1 ni 1 hem 1 ara 1 només 0.9 altres 0.9 havia 0.9 cap 0.9
		durant 0.9 està 0.9 així 0.8 contra 0.7 us 0.7 estat 0.7 mateix 0.6 gran 0.6 encara 0.6 tan 0.5 doncs 0.4 ells 0.4
		ella 0.4`},
	{"gl", `de 48 a 33 o 30 e 29 que 25 do 20 da 19 en 19 un 12 os 12 no 12 con 11 non 11 na 11 é 11 unha 10 para 9 se 9 por 9
		as 9 dos 9 máis 7 ao 7 das 7 como 6 á 5 ou 5 foi 4.5 súa 4 pero 3.5 seu 3.2 son 3.2 nos 3 tamén 3 ser 2.6 polo 2.4
		pola 2.3 xa 2.2 cando 2 moi 2 eu 2 el 2 era 2 ten 2 hai 1.8 está 1.8 entre 1.8 sen 1.7 nas 1.7 esta 1.7 sobre 1.7
		seus 1.6 este 1.6 só 1.5 aos 1.5 ata 1.4 lle 1.4 mesmo 1.3 me 1.3 ás 1.3 despois 1.2 ter 1.2 súas 1.2 pode 1.2
		foron 1.1 isto 1 aínda 1 anos 1 eles 0.9 nin 0.9 ela 0.9 porque 0.9 onde 0.9 ben 0.9 todos 0.9 facer 0.9 dous 0.9
		todo 0.9 quen 0.8 vai 0.8 ese 0.7 meu 0.7 cal 0.7 cada 0.7 esa 0.6 miña 0.6 nós 0.6 estaba 0.5`},
	{"ro", `de 35 și 28 în 24 a 24 la 17 să 16 cu 13 pe 13 o 12 din 11 nu 11 că 10 care 10 un 10 se 10 este 8 mai 8 pentru 8 al 7
		au 6 ce 6 am 6 fost 5 ca 5 s 5 ale 4 lui 4 fi 4 dar 4 sunt 4 sau 3.5 ar 3 l 3 i 3 va 2.6 prin 2.5 mă 2.4 dacă 2.4
		după 2 le 2 el 2 m 2 când 2 cum 2 iar 2 mi 2 ei 1.8 tot 1.7 te 1.6 îi 1.6 ne 1.6 foarte 1.6 cel 1.6 are 1.6 unui 1.5
		sa 1.5 fără 1.4 până 1.4 cea 1.4 cele 1.4 unei 1.4 lor 1.4 ea 1.3 doar 1.3 acest 1.3 această 1.3 poate 1.3 era 1.3
		își 1.3 cei 1.2 asta 1.2 între 1.2 eu 1.2 aceasta 1.1 ani 1.1 despre 1.1 său 1 toate 1 unde 1 şi 1 noi 0.9 avea 0.8
		avut 0.8 îmi 0.8 bine 0.8 mult 0.8 acestea 0.7 toți 0.7 spre 0.7 sub 0.7 atunci 0.6 aici 0.6 astfel 0.6 fiind 0.5
		tu 0.5 ţi 0.2`},
	{"la", `et 34 in 22 est 14 non 11 ad 10 ut 9 qui 9 cum 8 quod 8 quae 7 de 6 si 6 ex 5 a 5 sed 5 se 5 esse 5 sunt 5 ab 4 per 4
		quam 4 ac 4 nec 4 hoc 4 enim 4 aut 3.5 atque 3 autem 3 eius 3 etiam 3 ne 3 quo 3 me 2.6 quid 2.5 te 2.5 pro 2.4
		neque 2 tamen 2 mihi 2 tibi 2 eo 2 id 2 vel 2 iam 2 erat 2 quem 1.8 nam 1.8 ita 1.8 ego 1.6 inter 1.6 eum 1.6 sibi 1.6
		his 1.6 tu 1.5 quia 1.5 haec 1.5 hic 1.5 quibus 1.4 ipse 1.3 nunc 1.3 tum 1.3 qua 1.3 ea 1.3 post 1.2 quoque 1.2
		fuit 1.2 nihil 1.1 ante 1 omnia 1 eorum 1 ubi 1 sine 1 dum 0.9 eam 0.8 modo 0.8 apud 0.6 sub 0.6 causa 0.5 bene 0.5
		deinde 0.5`},
}

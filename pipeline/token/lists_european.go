package token

var european = []list{
	{"el", `και 32 το 30 η 20 της 20 να 20 του 19 ο 15 την 15 τα 14 για 14 που 14 με 13 από 12 των 11 οι 10 σε 10 είναι 9 στο 9
		θα 8 δεν 8 τον 8 στην 8 τη 7 τις 7 τους 7 ότι 5 μου 4 μια 4 ένα 4 μας 4 αυτό 3.5 αλλά 3.5 στη 3 έχει 3 στα 2.5 σας 2.5
		στον 2.5 ως 2.5 ήταν 2.5 αν 2.5 ή 2.5 κι 2 σου 2 τι 2 πως 2 πολύ 1.6 πιο 1.6 όπως 1.6 στις 1.6 όταν 1.5 δε 1.3
		μετά 1.3 αυτή 1.3 ένας 1.2 μία 1.2 μόνο 1.2 μπορεί 1.2 έχουν 1.2 κάθε 1.1 κατά 1.1 έναν 1 στους 1 γιατί 1 όμως 1
		αυτά 0.9 προς 0.9 έτσι 0.9 οποία 0.9 αυτός 0.8 πριν 0.8 χωρίς 0.8 όλα 0.8 μην 0.8 δύο 0.8 ενώ 0.8 μέσα 0.7 ακόμη 0.7
		τώρα 0.7 υπάρχει 0.7 οποίο 0.7 κάτι 0.7 σαν 0.7 πρέπει 0.7 ακόμα 0.6 μη 0.6 μέχρι 0.6 καθώς 0.6 πάνω 0.6 εγώ 0.5
		όλοι 0.5 εδώ 0.5 οποίος 0.5 μεταξύ 0.4 ούτε 0.4 ώστε 0.4 ήδη 0.4 αυτόν 0.3 λοιπόν 0.3 άλλα 0.3 αυτήν 0.2`},
	{"fi", `ja 33 on 26 ei 9 että 9 oli 7 se 7 hän 5 mutta 5 myös 5 ovat 5 kun 5 kuin 5 niin 4 joka 3.6 ole 3.5 sen 3.5 tai 3.2
		jos 3 en 2.6 vain 2.6 minä 2 nyt 2 jo 2 mukaan 2 voi 2 olla 2 mitä 2 sitä 2 ollut 1.9 jotka 1.8 kanssa 1.8 sekä 1.8
		olisi 1.7 tämä 1.7 ne 1.6 vielä 1.6 siitä 1.6 hänen 1.6 olen 1.6 tämän 1.3 kuitenkin 1.3 kaikki 1.2 jälkeen 1.2
		mikä 1.1 eikä 1.1 jonka 1 eivät 1 ettei 1 koska 1 siinä 0.9 me 0.9 he 0.9 minun 0.9 itse 0.9 hyvin 0.9 vaikka 0.9
		ennen 0.8 sillä 0.8 kuten 0.8 sitten 0.8 tässä 0.8 vuoden 0.8 jossa 0.8 näin 0.7 aina 0.7 miten 0.7 mukana 0.6
		ilman 0.6 siis 0.6 paljon 0.6 lisäksi 0.6 tätä 0.6 niitä 0.5 joita 0.5 siellä 0.5 missä 0.5 ihan 0.5 juuri 0.5
		sinä 0.5 asti 0.4 te 0.4 minua 0.4 nämä 0.4 enää 0.4 täällä 0.4 miksi 0.4 oman 0.4 välillä 0.4 kautta 0.4 jota 0.4
		joissa 0.3 muun 0.3 oikein 0.2 mua 0.1`},
	{"hu", `a 60 az 32 és 21 hogy 15 egy 15 nem 12 is 10 meg 6 ez 5 de 5 volt 4.5 van 4 csak 4 mint 4 már 3.6 ha 3.5 el 3.5
		vagy 3.2 még 3.2 azt 2.6 ki 2 ezt 1.8 lehet 1.8 mert 1.7 ami 1.6 úgy 1.6 kell 1.5 én 1.4 minden 1.4 sem 1.4 s 1.4
		aki 1.3 amely 1.3 fel 1.3 után 1.3 mi 1.3 szerint 1.3 be 1.2 így 1.2 most 1.2 pedig 1.2 ne 1.2 le 1.1 olyan 1.1
		több 1.1 nagyon 1 itt 1 majd 1 lesz 1 között 1 akkor 0.9 amikor 0.9 ő 0.8 ennek 0.8 ott 0.8 két 0.8 való 0.8 ilyen 0.7
		sok 0.7 lett 0.7 vannak 0.7 illetve 0.7 azonban 0.7 akik 0.6 ezek 0.6 alatt 0.6 által 0.6 ahol 0.6 hanem 0.6 volna 0.6
		voltak 0.6 arra 0.6 ebben 0.6 ezért 0.6 amelyek 0.5 annak 0.5 miatt 0.5 neki 0.5 nekem 0.5 maga 0.5 erre 0.5 tehát 0.5
		valamint 0.5 azok 0.4 vagyok 0.4 saját 0.4 abban 0.4 viszont 0.4 mind 0.4 mely 0.3 hozzá 0.3 kívül 0.2 engem 0.2
		ehhez 0.2 ide 0.2 oda 0.2 ti 0.1 közt 0.1`},
	{"tr", `ve 24 bir 23 bu 14 de 10 da 9 için 9 ile 7 çok 5 o 5 daha 4.2 olarak 4 ne 3.6 gibi 3.6 olan 3.6 kadar 3 ama 3 ben 2.6
		sonra 2.6 en 2.6 var 2.6 ki 2.5 her 2.4 değil 2.2 ise 2.2 mi 2 ya 2 diye 1.7 mı 1.6 iki 1.6 olduğu 1.4 veya 1.2
		oldu 1.1 göre 1.1 şey 1 sen 1 yok 1 kendi 1 zaman 1 onun 0.9 olduğunu 0.9 tarafından 0.9 hem 0.9 hiç 0.9 önce 0.9
		içinde 0.9 bile 0.9 ancak 0.9 mu 0.8 biz 0.8 böyle 0.8 sadece 0.8 in 0.8 mü 0.7 siz 0.7 bunu 0.7 bana 0.7 benim 0.7
		eden 0.7 tüm 0.7 şu 0.6 bunun 0.6 onu 0.6 nasıl 0.6 şimdi 0.6 çünkü 0.6 olur 0.6 karşı 0.6 bazı 0.6 beni 0.5 yani 0.5
		bütün 0.5 doğru 0.5 başka 0.5 fakat 0.5 artık 0.5 nin 0.5 ın 0.5 nın 0.5 a 0.5 e 0.5 i 0.5 üzerinde 0.4 öyle 0.4
		eğer 0.4 üzere 0.4 ayrıca 0.4 dan 0.4 den 0.4 onlar 0.3 oluyor 0.3 dolayı 0.3 rağmen 0.3 hâlâ 0.1`},
	{"et", `ja 30 on 26 ei 11 et 11 ka 8 kui 7 see 6 oli 6 ta 6 mis 6 oma 5 aga 4 ma 3.6 või 3.6 ning 3.5 nii 3.2 siis 3 kes 2.6
		seda 2.6 selle 2.6 ole 2.3 veel 2 juba 2 tema 2 kuid 2 mida 1.9 nad 1.8 me 1.6 nagu 1.6 välja 1.4 pole 1.3 ära 1.3
		kõik 1.3 olid 1.2 olla 1.2 olnud 1.1 saab 1.1 väga 1.1 kus 1.1 üle 1.1 siin 1 ega 1 mitte 1 pärast 0.9 sest 0.9
		nende 0.9 meie 0.9 sa 0.9 kas 0.9 võib 0.9 seal 0.8 peab 0.8 ise 0.8 need 0.8 minu 0.8 nüüd 0.8 küll 0.8 aasta 0.8
		ainult 0.7 kuidas 0.7 te 0.7 just 0.7 vaid 0.7 koos 0.7 enne 0.6 juures 0.6 poolt 0.6 kohta 0.6 kõige 0.6 enda 0.6
		sellest 0.6 mu 0.6 teie 0.6 samuti 0.6 kuni 0.6 sellega 0.5 eest 0.5 olema 0.5 vastu 0.5 mul 0.5 all 0.4 pidi 0.4
		vahel 0.4 ilma 0.3 lihtsalt 0.3 sellel 0.2`},
	{"lv", `un 32 ir 20 ar 12 no 11 par 10 uz 9 kas 9 ka 9 kā 6 arī 5 to 4 lai 4 vai 4 bet 3.6 nav 3.6 pēc 3.6 bija 3.6 tas 3.5
		tā 3 es 2.6 pie 2.6 ja 2.5 jau 2.2 var 2.2 viņš 2 gan 1.8 līdz 1.8 vēl 1.7 viņa 1.6 mēs 1.6 tikai 1.6 kad 1.6 gada 1.5
		būt 1.3 pa 1.3 savu 1.3 gadā 1.3 jūs 1.1 kur 1.1 ko 1.1 būs 1 šo 1 bez 1 jo 1 tie 0.9 šī 0.9 tam 0.9 tās 0.9 man 0.9
		tad 0.9 šis 0.8 ļoti 0.7 starp 0.7 kurš 0.7 mums 0.7 viņi 0.7 tomēr 0.7 pret 0.6 kuri 0.6 viņu 0.6 visu 0.6 nekā 0.6
		pirms 0.6 nebija 0.6 kura 0.5 kuru 0.5 savā 0.5 jums 0.5 visi 0.5 tagad 0.5 tāpēc 0.5 tiem 0.4 tajā 0.4 pār 0.4
		savas 0.4 sev 0.4 visas 0.4 tur 0.4 šeit 0.4 vien 0.4 pats 0.4 bijis 0.4 kopā 0.4 dēļ 0.4 zem 0.3 sevi 0.3 mani 0.3
		tev 0.3 esmu 0.3 esam 0.3 jābūt 0.3 caur 0.2 tādēļ 0.2 kādu 0.2 esat 0.1`},
	{"lt", `ir 30 į 9 iš 9 kad 8 su 7 yra 6 o 6 tai 5 buvo 5 kaip 5 ar 4 už 3.6 bet 3.5 po 3.2 per 3.2 bei 3 apie 3 nuo 3 tik 3
		ne 3 savo 3 dar 2.4 jau 2.2 jo 2.2 taip 2.2 dėl 2.2 jis 2 aš 2 iki 2 jų 2 būti 1.8 jos 1.7 tačiau 1.7 prie 1.6
		gali 1.6 kai 1.6 be 1.5 ant 1.4 to 1.4 ji 1.3 jie 1.3 mes 1.3 prieš 1.3 metų 1.3 pat 1.2 nes 1.2 kas 1.2 kuris 1.1
		kurie 1.1 nei 1.1 man 1 labai 1 jei 1 arba 1 jog 1 kuri 0.9 nėra 0.9 pagal 0.9 kur 0.9 čia 0.9 metais 0.9 turi 0.9
		ką 0.9 bus 0.8 tarp 0.8 todėl 0.8 daugiau 0.8 jūs 0.7 tu 0.7 šis 0.7 šio 0.7 šios 0.7 tuo 0.7 daug 0.7 tas 0.6
		dabar 0.6 vis 0.6 nors 0.6 jam 0.6 kurių 0.5 mane 0.5 ši 0.5 ta 0.5 tada 0.5 visi 0.5 visų 0.5 tiek 0.5 jį 0.5
		kurį 0.4 tos 0.4 ten 0.4 jeigu 0.4 kiek 0.4 ją 0.4 kol 0.4 šie 0.3 negu 0.3 esu 0.3 kodėl 0.3 pas 0.3 buvau 0.2
		esame 0.2 virš 0.2 taigi 0.2 juos 0.2`},
	{"sq", `të 48 e 34 në 30 dhe 24 i 22 që 16 një 15 për 13 me 13 se 9 nga 9 është 8 më 8 u 8 nuk 7 ka 6 së 6 si 5 do 4.5
		edhe 4.5 por 3.2 po 3 ishte 2.6 janë 2.6 ai 2.4 mund 2.2 këtë 2 kanë 2 kur 2 ajo 1.8 kjo 1.7 shumë 1.7 ne 1.6 tij 1.6
		ky 1.5 s 1.5 ata 1.3 unë 1.3 tyre 1.3 vetëm 1.3 ku 1.3 duhet 1.3 kishte 1.2 te 1.2 pas 1.2 apo 1.1 deri 1.1 atë 1.1
		ju 1 ja 1 ose 1 pa 1 gjatë 1 para 1 nëse 1 saj 0.9 kam 0.9 kemi 0.9 ndaj 0.8 prej 0.8 ato 0.8 sipas 0.7 tani 0.7
		këto 0.7 qenë 0.7 vitin 0.7 jam 0.6 sepse 0.6 çdo 0.6 kështu 0.6 ndërsa 0.6 çfarë 0.6 tjetër 0.6 jemi 0.5 gjithë 0.5
		aty 0.5 këtu 0.5 tek 0.4 cili 0.4 cila 0.4 cilët 0.4 pse 0.4 mes 0.3 asnjë 0.3 vet 0.3 megjithatë 0.3 cilat 0.3
		jetë 0.3 njëjtë 0.1`},
	{"eu", `eta 30 da 16 ez 9 bat 9 du 8 ere 8 izan 6 zen 5 dira 5 egin 4 dute 4 zuen 4 den 4 baina 3.6 edo 3.6 dela 3.6 duen 3.6
		bere 3.6 hori 2.6 ziren 2.2 hau 2 egiten 2 izango 2 behar 2 beste 2 zuten 2 baino 1.6 dago 1.6 oso 1.3 gero 1.3
		arte 1.3 bezala 1.3 zer 1.3 dut 1.3 dugu 1.3 bai 1.2 gure 1.2 baten 1.2 baita 1.1 batean 1.1 izaten 1 gabe 1 nik 1
		nire 1 ari 1 bi 1 ni 0.9 nola 0.9 orain 0.9 artean 0.9 nahi 0.9 ahal 0.9 daude 0.9 bada 0.9 zela 0.9 non 0.8 zein 0.8
		batzuk 0.8 zituen 0.8 ondoren 0.7 lehen 0.7 duzu 0.7 haren 0.6 gu 0.6 guztiak 0.6 hainbat 0.6 hemen 0.6 horren 0.6
		honen 0.6 naiz 0.6 zegoen 0.6 guk 0.5 zure 0.5 hain 0.5 han 0.5 horrek 0.5 aurrera 0.5 aurretik 0.5 buruz 0.5 gara 0.5
		beraz 0.5 hala 0.5 berriz 0.5 zu 0.4 euren 0.4 nor 0.4 honek 0.4 izateko 0.4 ala 0.4 hura 0.3 noiz 0.3 bati 0.3
		haiek 0.2 zuek 0.2 badira 0.2 baldin 0.2 guzti 0.1 hortik 0.1`},
	{"ga", `an 60 a 40 agus 30 na 28 i 25 ar 23 go 20 is 18 ag 13 le 12 tá 11 do 9 sa 9 sé 8 bhí 8 ní 7 sin 7 é 7 seo 6 mar 6 as 5
		mé 5 ó 5 atá 5 ach 4 siad 4 faoi 4 nó 4 bhfuil 4 raibh 4 ina 4 leis 4 sí 3.6 don 3.6 nach 3.2 gur 3.2 tú 3 den 3
		san 2.6 nuair 2.6 dá 2.4 eile 2.4 bheith 2.4 chun 2.2 iad 2.2 air 2 ann 2 í 2 ba 2 má 1.8 gan 1.8 níos 1.8 gach 1.8
		féin 1.8 lena 1.6 muid 1.5 cé 1.3 níl 1.3 idir 1.2 beidh 1.2 cén 1 lá 1 éis 1 bliain 0.9 duine 0.9 ansin 0.9 cad 0.8
		roimh 0.8 aige 0.8 acu 0.8 againn 0.8 agam 0.7 um 0.5 nár 0.5 anseo 0.5 liom 0.5 leo 0.5 dom 0.5 dó 0.5 sibh 0.4
		conas 0.4 tar 0.4 orm 0.4 orthu 0.4 linn 0.4 duit 0.4 di 0.4 dúinn 0.4 dóibh 0.4 inniu 0.3 uirthi 0.3 leat 0.3`},
	{"cy", `yn 50 y 45 a 32 i 28 o 22 yr 20 ar 17 mae 12 r 9 ei 8 ac 8 am 8 wedi 8 n 8 oedd 7 gan 6 eu 5 bod 5 yw 5 hyn 4.5 fod 4
		roedd 4 gyda 4 sydd 4 mewn 4 ddim 3.6 at 3.6 ni 3.6 er 3.6 fel 3.6 ond 3.5 neu 3.2 bydd 3 un 3 chi 3 ein 3 hi 2.6
		eich 2.6 nid 2.4 fe 2.2 pan 2.2 wrth 2.2 dros 2.2 nhw 2 hefyd 2 na 2 u 2 pob 1.8 cael 1.8 hynny 1.8 drwy 1.6 os 1.6
		mwy 1.5 gael 1.5 dim 1.3 fi 1.3 fy 1.3 lle 1.3 dan 1.1 hwn 1 iawn 1 beth 1 oes 1 gwneud 1 rhai 1 w 1 ef 0.9 rydym 0.9
		felly 0.9 rhwng 0.9 cyn 0.9 sut 0.9 nad 0.9 mynd 0.9 eraill 0.9 hon 0.8 trwy 0.8 heb 0.8 arall 0.8 iddo 0.8 ydy 0.7
		ers 0.7 iddyn 0.7 ti 0.6 nes 0.4 pwy 0.4 dyna 0.4 dyma 0.4 dy 0.3 ydyn 0.3 ydw 0.3 rwy 0.3 rydych 0.3 tan 0.3 iddi 0.3`},
	{"ka", `და 34 რომ 10 არ 9 არის 7 ეს 6 იყო 6 ის 5 ამ 5 კი 5 თუ 4 მაგრამ 4 როგორც 4 ან 4 რომელიც 4 რა 3 უნდა 3 მე 3 მისი 3 მას 3
		ერთი 3 უფრო 3 შემდეგ 2.6 ჩვენ 2.4 ძალიან 2 მხოლოდ 2 ყველა 2 სხვა 2 იმ 2 ასევე 2 წლის 2 მიერ 2 აქვს 1.8 თქვენ 1.6
		მათ 1.6 უკვე 1.6 წელს 1.6 რომლის 1.3 მათი 1.3 თავის 1.3 როდესაც 1.3 როგორ 1.3 ხოლო 1.3 შეიძლება 1.3 შორის 1.3 ისინი 1
		იმის 1 ამის 1 ჩემი 1 ჩვენი 1 თავისი 1 აქ 1 ახლა 1 როცა 1 რადგან 1 კიდევ 1 ვერ 1 გამო 0.9 ასე 0.9 იქნება 0.8 არიან 0.8
		ერთ 0.8 შენ 0.6 იქ 0.6 არც 0.6 იყვნენ 0.6 დიდი 0.6 ამიტომ 0.6 სად 0.5 გარეშე 0.5 მიხედვით 0.5 ისე 0.5 ორი 0.5
		მაშინ 0.5 რატომ 0.4 ვინ 0.4 აღარ 0.4 ხომ 0.4 ყოველთვის 0.3 ნუ 0.2`},
	{"hy", `է 26 և 20 են 9 որ 9 ու 9 այն 6 էր 6 իր 6 այս 6 համար 5 մի 5 այդ 4 նա 4 ես 4 որը 4 հետ 4 իսկ 3.6 նրա 3.6 մեջ 3
		չի 3 ոչ 3 կամ 3 մեր 3 բայց 3 նաև 3 ինչ 3 եթե 2.6 վրա 2.4 եմ 2.4 որպես 2 պետք 2 միայն 2 շատ 2 մենք 2 թե 2 էին 2 ձեր 1.6
		հետո 1.6 մասին 1.6 երբ 1.6 ինչպես 1.6 որոնք 1.6 մեկ 1.6 նրան 1.3 նրանք 1.3 դուք 1.3 իմ 1.3 մինչև 1.3 քան 1.3 որի 1.3
		ենք 1.3 արդեն 1.3 դու 1 կողմից 1 եք 1 սակայն 1 որտեղ 0.9 էի 0.9 չէ 0.9 կա 0.9 մոտ 0.8 բոլոր 0.8 ամեն 0.8 երկու 0.8
		դեռ 0.8 նույն 0.7 առանց 0.6 որոնց 0.6 չեն 0.6 լինել 0.6 հիմա 0.6 այստեղ 0.6 տարի 0.6 տակ 0.5 լինի 0.5 քանի 0.5
		հենց 0.5 ինչու 0.4 կար 0.4 կլինի 0.4 այնտեղ 0.4 այսպես 0.3 այդպես 0.3 որովհետև 0.3 ուրեմն 0.2 քանզի 0.1`},
}

package token

var germanic = []list{
	{"en", `the 58 of 29 and 28 to 26 a 23 in 20 is 11 that 10.5 it 9.5 for 9.3 i 8 s 8 was 8 you 7.5 on 7 with 7 as 6.8 be 6 he 6
		at 5 by 5 this 5 are 5 have 4.8 not 4.6 his 4.4 from 4.3 but 4.2 they 4 we 4 or 3.8 had 3.8 an 3.4 t 3 will 3 has 3
		one 3 were 3 which 2.8 all 2.8 her 2.8 she 2.8 their 2.7 there 2.6 would 2.5 can 2.5 if 2.4 my 2.4 so 2.3 what 2.3
		been 2.3 your 2.3 when 2.2 do 2.2 who 2.1 more 2 up 2 about 2 no 2 out 2 me 1.9 than 1.6 into 1.6 its 1.6 them 1.6
		him 1.6 our 1.5 then 1.5 some 1.5 could 1.4 like 1.4 other 1.3 how 1.2 these 1.2 also 1.2 just 1.2 did 1.1 only 1.1
		over 1.1 now 1.1 any 1 us 1 very 0.9 after 0.9 most 0.9 because 0.9 may 0.9 even 0.9 should 0.8 such 0.8 where 0.8
		many 0.8 m 0.8 re 0.8 does 0.7 am 0.7 those 0.7 being 0.7 before 0.7 too 0.7 through 0.7 ve 0.7 ll 0.7 while 0.6 d 0.5`},
	{"de", `die 34 der 33 und 28 in 18 das 14 den 13 zu 12 von 10 ist 10 mit 10 nicht 9 sich 9 es 9 ein 9 auf 9 sie 9 für 8.5 im 8
		dem 8 eine 8 ich 7 auch 6.5 er 6.5 des 6 an 6 als 6 wie 5.5 dass 5 so 5 war 4.5 hat 4.5 bei 4.4 aus 4.2 aber 4.2
		wir 4.2 nach 4.2 man 4 sind 4 oder 4 noch 4 werden 3.8 einen 3.8 wird 3.8 um 3.6 nur 3.5 am 3.4 einer 3.4 haben 3.3
		über 3 was 3 wenn 3 einem 3 vor 2.8 durch 2.6 kann 2.6 zum 2.5 schon 2.4 mehr 2.4 zur 2.4 sein 2.3 da 2.3 ihr 2.2
		bis 2.2 habe 2 doch 2 du 2 dann 1.9 eines 1.8 mir 1.8 mich 1.8 uns 1.8 hatte 1.8 diese 1.7 wurde 1.6 unter 1.5
		dieser 1.4 alle 1.4 immer 1.4 vom 1.4 keine 1.3 seine 1.3 ihre 1.3 hier 1.3 kein 1.2 sehr 1.2 können 1.2 wieder 1.1
		ihm 1 gegen 1 weil 1 waren 1 muss 0.9 selbst 0.9 ohne 0.9 etwas 0.8 denn 0.7 dieses 0.7 zwischen 0.6`},
	{"nl", `de 53 van 26 het 25 een 24 en 23 in 19 is 13 dat 12 te 11 op 10 die 10 voor 9 met 9 niet 8 zijn 7.5 ik 7 aan 6 er 6
		was 5 als 5 om 5 maar 5 hij 5 ook 5 je 5 ze 4 door 4 naar 4 bij 4 of 4 heeft 4 uit 3.8 nog 3.5 we 3.5 dan 3.3 over 3
		tot 2.7 wordt 2.5 had 2.5 wat 2.4 worden 2.3 hebben 2.3 al 2.3 meer 2.3 kan 2.2 zich 2.2 wel 2.2 dit 2.2 geen 2.1
		deze 2 haar 2 werd 2 zo 2 na 1.8 zou 1.6 me 1.5 mijn 1.5 u 1.5 heb 1.4 ben 1.3 moet 1.3 hun 1.3 hem 1.3 nu 1.3 zij 1.2
		kunnen 1.2 daar 1.2 veel 1.1 toch 1 hier 1 waar 1 toen 1 waren 1 alleen 0.8 onder 0.8 tegen 0.8 wij 0.8 alle 0.8
		zal 0.8 omdat 0.7 want 0.7 dus 0.7 men 0.6 zonder 0.6 iets 0.6 tussen 0.5 eens 0.5 sinds 0.4`},
	{"sv", `och 29 i 24 att 24 det 18 som 17 en 17 på 15 är 13 för 13 av 12 med 12 den 11 till 11 har 9 de 9 inte 8.5 ett 8 jag 8
		om 7.5 men 5.5 han 5 var 5 vi 5 så 5 sig 4.5 kan 4.5 från 4.2 när 4 man 4 du 4 nu 3 eller 2.8 vid 2.7 efter 2.7
		också 2.6 under 2.6 hon 2.5 upp 2.4 hade 2.3 ska 2.3 då 2.1 ut 2 bara 2 än 2 år 2 mot 1.9 där 1.9 in 1.8 mer 1.8
		mycket 1.7 alla 1.7 skulle 1.7 över 1.7 vara 1.7 blir 1.6 här 1.6 vad 1.6 sin 1.6 detta 1.4 mig 1.3 kommer 1.3 min 1.2
		får 1.2 finns 1.2 utan 1.1 hur 1.1 få 1.1 några 1 denna 1 bli 1 sedan 1 många 1 måste 1 blev 1 oss 1 varit 0.9
		vill 0.9 mellan 0.8 dem 0.8 hans 0.8 dessa 0.7 inom 0.6 deras 0.6 honom 0.5`},
	{"da", `og 28 at 25 i 24 det 18 er 16 en 16 til 14 på 13 af 13 den 12 for 12 med 12 de 11 som 11 der 11 har 9 et 9 ikke 8.5
		jeg 8 men 5.5 om 5.5 så 5.5 han 5 var 5 vi 5 kan 5 fra 4.5 sig 4 man 4 du 4 også 3.2 når 3 eller 2.8 skal 2.8 ved 2.7
		efter 2.6 op 2.6 da 2.5 nu 2.5 hun 2.4 havde 2.4 ud 2.2 vil 2.2 blev 2 end 2 her 2 være 2 over 1.9 alle 1.8 mere 1.8
		hvor 1.7 mod 1.6 hvad 1.6 bliver 1.5 mig 1.5 sin 1.4 min 1.4 hvis 1.4 meget 1.4 ville 1.2 dette 1.2 mange 1.2
		været 1.2 kommer 1.2 nogle 1.1 siden 1.1 os 1.1 kun 1.1 denne 1 blive 1 uden 1 må 1 dem 1 få 1 får 1 jo 1 selv 1
		mellem 0.8 hans 0.8 fordi 0.7 ham 0.7 disse 0.6 hvordan 0.6 sådan 0.5`},
	{"nb", `og 28 i 26 det 18 er 17 på 16 en 15 som 14 til 14 å 14 for 13 av 12 med 12 at 10 har 10 den 9 de 9 et 9 ikke 8.5 jeg 8
		om 6 var 5.5 men 5.5 vi 5.5 så 5.5 han 5 fra 5 kan 5 du 5 seg 4 også 3.4 ble 3 når 3 etter 3 skal 3 der 3 eller 2.8
		ved 2.6 vil 2.6 man 2.5 hun 2.4 opp 2.4 da 2.4 hadde 2.3 nå 2.3 ut 2.2 over 2.2 være 2.2 her 2.1 blir 2 mer 2 enn 2
		hva 2 alle 1.9 mot 1.8 dette 1.8 sin 1.6 meg 1.6 må 1.6 hvor 1.6 bare 1.6 noen 1.5 får 1.5 kommer 1.4 hvis 1.4 noe 1.4
		denne 1.3 bli 1.3 min 1.3 få 1.3 ville 1.2 mange 1.2 vært 1.2 oss 1.2 siden 1.1 mye 1.1 uten 1 selv 1 mellom 0.9
		dem 0.8 disse 0.8 hvordan 0.8 hans 0.8 fordi 0.7 sine 0.7 ham 0.5 eg 0.2`},
	{"nn", `og 30 i 27 det 18 er 17 på 16 som 16 til 14 å 14 av 13 for 13 med 13 ein 12 har 11 dei 11 at 10 eit 9 den 8 ikkje 8
		eg 8 om 6 var 5.5 kan 5.5 han 5 men 5 frå 5 vi 5 så 5 seg 4.5 du 4 ei 4 der 3.2 når 3 ved 3 eller 3 etter 3 skal 3
		også 2.6 då 2.6 ho 2.5 vil 2.5 opp 2.4 no 2.4 blir 2.4 hadde 2.3 ut 2.2 vart 2 meir 2 enn 2 her 2 over 2 vere 2
		alle 1.9 dette 1.8 mot 1.6 kva 1.6 må 1.6 får 1.5 sin 1.4 meg 1.4 mange 1.3 kjem 1.3 berre 1.3 noko 1.3 denne 1.2
		bli 1.2 få 1.2 ville 1 nokre 1 sidan 1 min 1 utan 1 vore 1 oss 1 mellom 1 mykje 1 kor 0.8 desse 0.8 dersom 0.8
		sjølv 0.8 korleis 0.8 nokon 0.8 fordi 0.7 hans 0.6 deira 0.6`},
	{"af", `die 60 en 27 van 26 in 22 n 20 is 17 nie 17 het 15 dat 12 te 11 vir 9 om 9 op 9 met 9 wat 9 dit 9 aan 8 sy 6 hy 6 ek 6
		was 6 as 6 by 5 ons 5 word 5 se 5 maar 4.5 hulle 4.5 ook 4.5 sal 4 kan 4 uit 4 na 4 deur 4 oor 3.5 daar 3.5 of 3.3
		so 3 tot 3 moet 3 jy 3 my 3 hierdie 3 nog 2.6 haar 2.5 meer 2.3 wees 2 sê 2 hom 2 hul 2 een 2 toe 2 al 2 dan 2
		baie 1.8 net 1.7 waar 1.5 nou 1.5 jou 1.5 hoe 1.3 kom 1.2 alle 1.2 gaan 1.2 wil 1.1 wie 1 geen 1 ander 1 want 0.9
		teen 0.9 tussen 0.8 onder 0.8 sonder 0.7 omdat 0.7 elke 0.6 tydens 0.5`},
	{"is", `að 40 og 32 í 30 á 24 er 20 sem 20 til 13 það 12 við 11 um 10 með 9 af 9 var 8 en 8 fyrir 8 ekki 7 ég 7 hann 6 því 5
		eru 5 hefur 4 frá 4 þá 4 svo 4 hún 3.5 eftir 3.5 þar 3.5 þess 3 hafa 3 upp 3 úr 3 sér 3 vera 3 eða 3 þú 3 sé 2.5
		þeir 2.5 þegar 2.5 sig 2.5 mér 2.5 ef 2.3 verið 2 þeirra 2 verður 2 hans 2 voru 2 nú 2 mig 2 þeim 2 út 2 eins 1.6
		yfir 1.6 verða 1.6 hafi 1.5 þessi 1.5 þau 1.5 allt 1.5 hjá 1.5 bara 1.5 hér 1.5 þó 1.2 ár 1 einn 1 alla 1 varð 1
		sínum 1 sinni 1 vegna 1 þessu 1 má 1 þær 1 undir 0.9 milli 0.8 hefði 0.8 eitt 0.8 haft 0.6 skal 0.6`},
	{"eo", `la 70 de 42 kaj 33 en 25 estas 17 al 11 ne 9 estis 8 por 8 mi 7 kun 7 kiu 7 ke 7 li 6 el 6 sed 5 kiel 5 pri 5 da 4
		ili 4 pli 4 ĝi 4 kiuj 4 sur 4 per 4 vi 4 tio 3 pro 3 tiu 3 ankaŭ 3 oni 3 aŭ 3 ĉi 3 se 2.5 ni 2.5 unu 2 tiel 2 dum 2
		nur 2 ĉiuj 2 post 2 ŝi 2 tre 1.7 ĉar 1.6 kio 1.5 plej 1.5 sin 1.5 ol 1.5 povas 1.5 kiam 1.5 sia 1.4 jam 1.3 inter 1.3
		do 1.3 havas 1.3 ĝis 1.2 ĉe 1.2 esti 1.2 tie 1 nun 1 tiuj 1 lia 1 ĉu 0.9 antaŭ 0.9 kie 0.8 sen 0.8 kion 0.8 min 0.8
		tamen 0.8 mia 0.8 lin 0.7 ankoraŭ 0.7 kontraŭ 0.6 iu 0.6 eĉ 0.6 tra 0.6 ilia 0.5 estos 0.5 j 0.3`},
}

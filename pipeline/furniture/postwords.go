package furniture

// posts is by language what pages say about a post and about other posts, in
// the order: posted, written by, read more, read also, continue, views,
// rating, tags, category, mailing: receive, letter, cancel, reply; cookies:
// uses, agree; menus: news, sports, culture, economy, weather, travel.
var posts = []struct{ language, words string }{
	{"en", `rate rating rated ratings stars hits visits visitors viewed also recommended email emails mailing receive receiving
		signed opt out cancel unsubscribed subscription agree accept consent uses sponsor partner news sports culture business weather travel
		entry entries published updated filed under comments-off pingback trackback webmaster webring guestbook counter postings printable`},
	{"de", `gepostet veröffentlicht geschrieben eingestellt weiterlesen lesen auch mehr aufrufe bewerten bewertung sterne tags erhalten
		brief abbestellen abbestellung abmeldung angemeldet newsletter verwendet cookies zustimmen akzeptieren nachrichten sport kultur wirtschaft
		wetter reisen artikel gelesen meistgelesen interessieren empfehlen gast gäste eintrag einträge uhr druckversion nutzung einverstanden`},
	{"fr", `publié posté rédigé lire suite aussi vues évaluer notez note étoiles mots-clés étiquettes étiquette recevez lettre désabonner désinscrire
		désinscription abonné abonnez infolettre utilise acceptez accepter actualités sport sports culture économie météo voyages lus lire
		envoyer imprimer ami article rubrique rubriques invité visites partenaires`},
	{"es", `publicado escrito leer más también visitas vistas valorar valora votar votos estrellas etiquetas etiqueta recibe carta boletín baja suscrito
		suscribió suscríbete cancelar utiliza aceptar acepta noticias deportes cultura economía tiempo viajes artículos relacionados relacionado
		leídos enviar correo amigo imprimir invitado entrada entradas artículo patrocinado`},
	{"it", `pubblicato postato scritto leggi tutto continua anche letture visite visualizzazioni vota voto stelle etichette tag ricevi lettera disiscriverti
		cancellarti cancella iscritto utilizza accetti accetta notizie sport cultura economia meteo viaggi articoli correlati letti invia amico stampa
		ospite articolo rubrica sponsorizzato segui`},
	{"pt", `publicado postado escrito ler leia mais também visualizações visitas avalie avaliar estrelas etiquetas marcadores recebe carta boletim
		cancelar inscreveu inscreva utiliza aceita aceitar notícias desporto esportes cultura economia tempo viagens artigos relacionados lidos enviar
		amigo imprimir convidado postagem postagens matéria patrocinado`},
	{"nl", `geplaatst geschreven lees verder meer ook weergaven bekeken beoordeel waardering sterren labels ontvangt nieuwsbrief brief afmelden uitschrijven
		aangemeld ingeschreven gebruikt akkoord accepteren stemt nieuws sport cultuur economie weer reizen artikelen gerelateerd gelezen mailen
		doorsturen print gast bijdrage`},
	{"sv", `publicerad skriven läs mer också visningar betygsätt betyg stjärnor taggar etiketter får brevet nyhetsbrev avsluta avregistrera anmäld använder
		godkänner acceptera nyheter sport kultur ekonomi väder resor artiklar relaterade läst tipsa vän skicka gäst`},
	{"da", `udgivet skrevet læs mere også visninger bedøm stjerner modtager nyhedsbrev brev afmeld afmelde tilmeldt bruger accepterer nyheder sport kultur
		økonomi vejr rejser artikler relaterede læste send ven gæst`},
	{"nb", `publisert skrevet les mer også visninger vurder stjerner stikkord mottar nyhetsbrev brev avslutt meldt bruker godtar nyheter sport kultur økonomi
		vær reiser artikler relaterte lest tips venn gjest`},
	{"fi", `julkaistu kirjoittanut lue lisää myös katselukerrat arvioi tähteä tunnisteet avainsanat saat uutiskirje kirje peruuta peruuttaa tilannut käyttää
		hyväksyt uutiset urheilu kulttuuri talous sää matkat artikkelit liittyvät luetuimmat lähetä ystävälle vieras`},
	{"pl", `dodał dodano opublikowano napisał czytaj więcej także również zobacz wyświetleń odsłon odsłony oceń ocena gwiazdki tagi otrzymujesz list biuletyn
		zrezygnować wypisać zapisałeś używa akceptujesz zgadzasz wiadomości aktualności sport kultura gospodarka pogoda podróże artykuły powiązane podobne
		czytane wyślij znajomemu gość`},
	{"cs", `přidal publikováno vloženo napsal číst čtěte dále také zobrazeno zobrazení ohodnoťte hodnocení hvězdičky štítky dostáváte dopis newsletter odhlásit
		odhlášení přihlásili používá souhlasíte zprávy sport kultura ekonomika počasí cestování články související podobné čtenější pošlete příteli host`},
	{"sk", `pridal publikované napísal čítajte ďalej tiež zobrazenia hodnotenie štítky dostávate odhlásiť prihlásiť registrácia používa súhlasíte správy šport
		kultúra ekonomika počasie články súvisiace hľadať kontakt domov komentáre zdieľať tlačiť reklama práva vyhradené súkromia podmienky`},
	{"hu", `közzétette írta olvass tovább még megtekintés megtekintések értékelés értékeld csillag címkék kapja levelet hírlevél leiratkozás leiratkozni
		feliratkozott használ elfogadja hírek sport kultúra gazdaság időjárás utazás cikkek kapcsolódó olvasott küldés vendég`},
	{"ro", `publicat postat scris citește citiți continuare și vizualizări evaluează evaluare stele etichete primiți buletin dezabona dezabonare abonat folosește
		acceptați știri sport cultură economie vremea călătorii articole similare citite trimite prieten`},
	{"tr", `gönderen yazan yayınlandı yazar devamı devamını oku okuyun ayrıca görüntülenme okunma puan oyla yıldız etiketler alıyorsunuz bülten e-bülten iptal
		abonelik kaydoldunuz kullanır kullanıyor kabul haberler haber spor kültür ekonomi hava seyahat yazılar ilgili benzer okunan gönder arkadaşına misafir`},
	{"el", `δημοσιεύτηκε αναρτήθηκε γράφει διαβάστε περισσότερα επίσης προβολές βαθμολογήστε αξιολόγηση ετικέτες λαμβάνετε ενημερωτικό διαγραφή εγγραφείτε
		εγγραφήκατε χρησιμοποιεί αποδέχεστε ειδήσεις νέα αθλητισμός πολιτισμός οικονομία καιρός ταξίδια άρθρα σχετικά αποστολή φίλο εκτύπωση επισκέπτης`},
	{"ru", `опубликовано опубликовал написал автор разместил читать читайте далее также ещё просмотров просмотры оцените рейтинг оценка звёзд метки теги получили
		получаете письмо рассылка рассылки отписаться отписки подписались использует соглашаетесь новости спорт культура экономика погода
		путешествия статьи похожие читаемое другу отправить гость дата рубрика версия печати добавил`},
	{"uk", `опубліковано написав автор розмістив читати читайте далі також ще переглядів перегляди оцініть рейтинг мітки теги отримали отримуєте лист розсилка
		відписатися підписалися використовує погоджуєтеся новини спорт культура економіка погода подорожі статті схожі пов'язані читають другові надіслати гість рубрика`},
	{"bg", `вход регистрация търсене контакти начало новини спорт култура икономика време коментари отговор споделете печат етикети категория прочетете още също
		абонамент абонирайте отпишете бисквитки реклама права запазени условия поверителност публикувано прегледи оценете архив`},
	{"sr", `prijava registracija pretraga kontakt početna vesti sport kultura ekonomija vreme komentari odgovori podeli štampaj oznake kategorija pročitajte još takođe
		pretplata odjavite kolačiće reklama prava zadržana uslovi privatnost objavio pregleda ocenite arhiva пријава претрага почетна вести коментари подели`},
	{"hr", `prijava registracija pretraga kontakt početna vijesti sport kultura gospodarstvo vrijeme komentari odgovori podijeli ispis oznake kategorija pročitajte još
		također pretplata odjavite kolačiće oglas prava pridržana uvjeti privatnost objavio pregleda ocijenite arhiva`},
	{"ca", `inici inicia sessió registre cerca contacte compartir comentaris resposta imprimir etiquetes categoria llegir més també subscriure butlletí baixa galetes publicitat
		drets reservats condicions privadesa publicat visites valora arxiu notícies esports cultura economia temps`},
	{"id", `diposting ditulis baca selengkapnya juga dilihat nilai rating tag menerima surat buletin berhenti langganan menggunakan setuju berita olahraga budaya ekonomi
		cuaca wisata artikel terkait terpopuler kirim teman tamu penulis kategori`},
	{"vi", `đăng bởi đọc thêm xem lượt đánh giá thẻ nhận thư bản tin hủy sử dụng đồng ý tin tức thể thao văn hóa kinh tế thời tiết du lịch bài viết liên quan gửi bạn`},
	{"ar", `نشر نشرت كتب بواسطة اقرأ المزيد أيضا مشاهدات مشاهدة قيم تقييم وسوم كلمات تتلقى نشرة رسالة إلغاء الاشتراك يستخدم توافق أخبار رياضة ثقافة اقتصاد طقس سفر
		مقالات ذات صلة الأكثر قراءة أرسل صديق زائر`},
	{"fa", `منتشر نوشته توسط ادامه مطلب بیشتر بخوانید همچنین بازدید امتیاز برچسب دریافت خبرنامه لغو استفاده موافقت اخبار ورزش فرهنگ اقتصاد هوا سفر مطالب مرتبط ارسال دوست مهمان`},
	{"he", `פורסם נכתב קרא קראו עוד גם צפיות דרג דירוג תגיות מקבל ניוזלטר הסרה להסרה משתמש מסכים חדשות ספורט תרבות כלכלה מזג נסיעות כתבות מאמרים קשורות שלח לחבר אורח`},
	{"hi", `पोस्ट प्रकाशित लेखक और पढ़ें यह भी बार देखा रेटिंग टैग प्राप्त न्यूज़लेटर सदस्यता रद्द उपयोग सहमत समाचार खेल संस्कृति मौसम यात्रा लेख संबंधित भेजें`},
}

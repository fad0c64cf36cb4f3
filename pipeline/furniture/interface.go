package furniture

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/token"
)

// Words that pages put on their buttons, forms and footers, by language. They
// are one sign among others: a line is never cut for its words alone.
const everywhere = `login logout copyright © facebook twitter instagram linkedin youtube pinterest whatsapp telegram
	reddit tumblr snapchat tiktok rss email mail faq newsletter cookie cookies menu permalink sitemap offline`

// interfaces is by language, in the order of everywhere: sign in and out,
// account, search, contact, privacy, terms, share, reply, comment, post,
// member, topic, subscribe, next, previous, print, rights, more, home, help.
var interfaces = []struct{ language, words string }{
	{"en", `sign log register registered account username password remember forgot search contact privacy policy policies terms
		conditions disclaimer accessibility share tweet reply replies comment comments post posts posted member members topic topics
		thread threads views joined status quote subscribe unsubscribe subscribed notifications follow followers next previous prev back
		print rights reserved home help support about careers advertise related trending popular latest recent categories category
		tags tag archives archive skip navigation toggle close submit send cart checkout wishlist shop browse site page sort sorted
		filter report abuse powered vote votes upvote like likes bookmark download upload moderators jump index legal imprint feedback
		settings profile guest guests quick advanced sponsored advertisement ads permalink edit edited delete hide show read load`},
	{"de", `anmelden abmelden registrieren konto benutzername passwort kennwort angemeldet vergessen suche suchen kontakt datenschutz
		datenschutzerklärung impressum agb nutzungsbedingungen teilen antworten antwort kommentar kommentare kommentieren beitrag beiträge
		mitglied mitglieder thema themen abonnieren weiter zurück drucken rechte vorbehalten startseite hilfe über mehr verwandte beliebt
		kategorien kategorie schlagwörter archiv warenkorb kasse seite sortieren melden zitieren verfasst status anzeige werbung`},
	{"fr", `connexion déconnexion connecter inscription inscrire compte identifiant pseudo passe oublié recherche rechercher contact
		confidentialité mentions légales conditions partager répondre réponse réponses commentaire commentaires message messages membre
		membres sujet sujets abonner suivant précédent retour imprimer droits réservés accueil aide propos catégories catégorie archives
		panier boutique page trier signaler citer statut publicité populaires récents articles navigation`},
	{"es", `iniciar sesión acceder registrarse registro cuenta usuario contraseña recordarme olvidado buscar búsqueda contacto privacidad
		aviso legal términos condiciones compartir responder respuesta respuestas comentario comentarios mensaje mensajes miembro miembros
		tema temas suscribirse siguiente anterior volver imprimir derechos reservados inicio ayuda acerca categorías categoría archivos
		carrito tienda página ordenar denunciar citar estado publicidad populares recientes`},
	{"it", `accedi accesso esci registrati iscriviti account utente password ricordami dimenticata cerca ricerca contatti contatto privacy
		informativa termini condizioni condividi rispondi risposta risposte commento commenti messaggio messaggi membro membri utenti
		discussione discussioni argomento abbonati successivo precedente indietro stampa diritti riservati home aiuto chi categorie
		categoria archivio carrello negozio pagina ordina segnala citazione stato pubblicità popolari recenti`},
	{"pt", `entrar sair cadastro registar registrar conta usuário utilizador senha lembrar esqueceu buscar pesquisar pesquisa contato
		contacto privacidade termos condições partilhar compartilhar responder resposta respostas comentário comentários mensagem
		mensagens membro membros tópico tópicos assinar próximo anterior voltar imprimir direitos reservados início ajuda sobre
		categorias categoria arquivos carrinho loja página ordenar denunciar citar estado publicidade populares recentes`},
	{"nl", `inloggen uitloggen aanmelden registreren account gebruikersnaam wachtwoord onthouden vergeten zoeken contact privacy
		voorwaarden disclaimer delen reageer reageren reactie reacties bericht berichten lid leden onderwerp onderwerpen abonneren
		volgende vorige terug afdrukken rechten voorbehouden startpagina hulp over categorieën categorie archief winkelwagen winkel
		pagina sorteren melden citeer status advertentie populair recente`},
	{"sv", `logga registrera konto användarnamn lösenord glömt sök kontakt integritetspolicy villkor dela svara svar kommentar kommentarer
		inlägg medlem medlemmar ämne ämnen prenumerera nästa föregående tillbaka skriv rättigheter hem hjälp om kategorier kategori arkiv
		varukorg butik sida sortera anmäl citera annons populära senaste`},
	{"da", `log opret konto brugernavn adgangskode glemt søg kontakt privatlivspolitik betingelser del svar besvar kommentar kommentarer
		indlæg medlem medlemmer emne emner abonner næste forrige tilbage udskriv rettigheder forside hjælp om kategorier kategori arkiv
		kurv butik side sorter anmeld citer annonce populære seneste`},
	{"nb", `logg registrer konto brukernavn passord glemt søk kontakt personvern vilkår del svar kommentar kommentarer innlegg medlem
		medlemmer emne emner abonner neste forrige tilbake skriv rettigheter hjem hjelp om kategorier kategori arkiv handlekurv butikk
		side sorter rapporter siter annonse populære siste`},
	{"fi", `kirjaudu rekisteröidy tili käyttäjätunnus salasana unohditko haku hae yhteystiedot tietosuoja käyttöehdot jaa vastaa vastaus
		vastaukset kommentti kommentit viesti viestit jäsen jäsenet aihe aiheet tilaa seuraava edellinen takaisin tulosta oikeudet
		pidätetään etusivu ohje tietoa kategoriat arkisto ostoskori kauppa sivu mainos suosituimmat uusimmat`},
	{"pl", `zaloguj wyloguj zarejestruj rejestracja konto użytkownik hasło zapamiętaj zapomniałeś szukaj kontakt prywatności polityka
		regulamin udostępnij odpowiedz odpowiedzi komentarz komentarze post posty członek temat tematy subskrybuj następna następny poprzednia
		wstecz drukuj prawa zastrzeżone strona główna pomoc nas kategorie archiwum koszyk sklep sortuj zgłoś cytuj reklama popularne ostatnie`},
	{"cs", `přihlásit přihlášení odhlásit registrace účet jméno uživatelské heslo zapomenuté hledat vyhledávání kontakt kontakty soukromí
		podmínky sdílet odpovědět odpověď komentář komentáře příspěvek příspěvky člen téma témata odebírat další předchozí zpět tisk práva
		vyhrazena domů nápověda nás kategorie archiv košík obchod stránka nahlásit citovat reklama nejčtenější poslední`},
	{"hu", `bejelentkezés belépés kilépés regisztráció fiók felhasználónév jelszó elfelejtett keresés kapcsolat adatvédelem feltételek megosztás
		válasz válaszok hozzászólás hozzászólások üzenet tag tagok téma témák feliratkozás következő előző vissza nyomtatás jog fenntartva
		kezdőlap főoldal súgó rólunk kategóriák archívum kosár bolt oldal hirdetés népszerű legutóbbi`},
	{"ro", `autentificare conectare înregistrare cont utilizator parolă uitat caută căutare contact confidențialitate termeni condiții
		distribuie răspunde răspunsuri comentariu comentarii mesaj mesaje membru membri subiect subiecte abonare următorul precedent înapoi
		tipărește drepturile rezervate acasă ajutor despre categorii arhivă coș magazin pagina publicitate populare recente`},
	{"tr", `giriş çıkış kayıt üye üyelik hesap kullanıcı şifre parola hatırla unuttum ara arama iletişim gizlilik koşulları şartları paylaş
		cevapla yanıtla yorum yorumlar mesaj mesajlar konu konular abone sonraki önceki geri yazdır hakları saklıdır anasayfa ana yardım
		hakkımızda kategoriler arşiv sepet mağaza sayfa reklam popüler son`},
	{"el", `σύνδεση αποσύνδεση εγγραφή λογαριασμός χρήστη κωδικός ξεχάσατε αναζήτηση επικοινωνία απορρήτου όροι χρήσης κοινοποίηση απάντηση
		απαντήσεις σχόλιο σχόλια δημοσίευση μέλος μέλη θέμα θέματα επόμενη προηγούμενη πίσω εκτύπωση δικαιώματα αρχική βοήθεια σχετικά
		κατηγορίες αρχείο καλάθι σελίδα διαφήμιση δημοφιλή πρόσφατα`},
	{"ru", `войти вход выход выйти регистрация аккаунт пользователь логин пароль запомнить забыли поиск найти контакты конфиденциальности
		политика условия соглашение поделиться ответить ответ ответы комментарий комментарии сообщение сообщения сообщений участник
		участники тема темы подписаться следующая предыдущая назад печать права защищены главная помощь нас рубрики архив корзина магазин
		страница сортировать пожаловаться цитата реклама популярное последние статус`},
	{"uk", `увійти вхід вихід реєстрація обліковий користувач логін пароль запам'ятати забули пошук контакти конфіденційності політика умови
		поділитися відповісти відповідь відповіді коментар коментарі повідомлення учасник тема теми підписатися наступна попередня назад
		друк права захищені головна допомога нас рубрики архів кошик магазин сторінка реклама популярне останні`},
	{"id", `masuk keluar daftar akun pengguna sandi lupa cari pencarian kontak kebijakan privasi syarat ketentuan bagikan balas balasan
		komentar anggota topik berlangganan selanjutnya sebelumnya kembali cetak hak cipta beranda bantuan tentang kategori arsip keranjang
		toko halaman iklan populer terbaru`},
	{"vi", `đăng nhập xuất ký tài khoản mật khẩu quên tìm kiếm liên hệ chia sẻ trả lời bình luận thành viên chủ đề tiếp trước trang chủ
		trợ giúp giới thiệu chuyên mục giỏ hàng quảng cáo`},
	{"ar", `تسجيل الدخول الخروج حساب المستخدم كلمة المرور نسيت بحث البحث اتصل اتصال الخصوصية سياسة الشروط الأحكام شارك مشاركة رد ردود تعليق
		تعليقات عضو أعضاء موضوع مواضيع اشترك التالي السابق رجوع طباعة الحقوق محفوظة الرئيسية مساعدة عن تصنيفات أرشيف سلة متجر صفحة إعلان`},
	{"fa", `ورود خروج ثبت نام حساب کاربری رمز عبور فراموشی جستجو تماس حریم خصوصی قوانین شرایط اشتراک پاسخ نظر نظرات دیدگاه عضو اعضا موضوع بعدی
		قبلی بازگشت چاپ حقوق محفوظ خانه راهنما درباره دسته آرشیو سبد خرید فروشگاه صفحه تبلیغات`},
	{"he", `התחבר התחברות כניסה הרשמה חשבון משתמש סיסמה שכחת חיפוש צור קשר פרטיות תנאי שימוש שתף הגב תגובה תגובות הודעה הודעות חבר נושא הבא
		הקודם חזרה הדפס זכויות שמורות בית עזרה אודות קטגוריות ארכיון סל חנות עמוד פרסומת`},
	{"hi", `लॉगिन साइन पंजीकरण खाता पासवर्ड खोजें खोज संपर्क गोपनीयता नीति शर्तें साझा शेयर जवाब टिप्पणी टिप्पणियाँ सदस्य विषय अगला पिछला वापस प्रिंट
		अधिकार सुरक्षित होम मुख्य मदद बारे श्रेणियाँ संग्रह पृष्ठ विज्ञापन`},
}

// spaceless are such words of scripts without spaces: they are looked for as
// pieces of a line.
var spaceless = strings.Fields(`ログイン ログアウト 登録 会員 ユーザー パスワード 検索 問い合わせ プライバシー ポリシー 利用規約 規約 共有 シェア
	印刷 メール 返信 コメント 投稿 通報 違反 カテゴリー カテゴリ タグ 関連 記事 ランキング 人気 最新 新着 前へ 次へ 前の 次の 購読 メルマガ 広告 著作権
	無断 転載 禁止 ホーム トップ 戻る 一覧 閲覧 評価 クッキー 続き 読む カート 会社概要 サイトマップ 配信 解除 お気に入り
	登录 登陆 注册 会员 用户名 密码 搜索 联系 隐私 条款 分享 打印 发送 回复 评论 发表 举报 分类 标签 相关 文章 热门 最新 推荐 上一 下一 上页 下页
	订阅 退订 广告 版权 所有 首页 返回 顶部 阅读 浏览 评分 购物车 更多 关于 收藏 网站地图 登入 註冊 會員 密碼 搜尋 聯絡 隱私 列印 回覆 評論 分類
	標籤 相關 訂閱 廣告 版權 首頁 瀏覽 로그인 로그아웃 회원 가입 등록 비밀번호 검색 문의 개인정보 약관 공유 인쇄 이메일 답글 댓글 신고 분류 태그 관련
	인기 최신 이전 다음 구독 수신거부 광고 저작권 무단 전재 홈 처음 조회 평가 쿠키 더보기 장바구니 เข้าสู่ระบบ สมัคร ค้นหา ติดต่อ แชร์ พิมพ์ ตอบ ความคิดเห็น หมวดหมู่
	บทความ ถัดไป ก่อนหน้า โฆษณา สงวนลิขสิทธิ์ หน้าแรก นโยบาย`)

// spacelessControls is the share of the letters of a line that belong to such
// words.
func spacelessControls(s string) float64 {
	if len(s) > 300 {
		return 0
	}
	letters, covered := 0, 0
	begins := spacelessByFirst()
	for at := 0; at < len(s); {
		r, n := utf8.DecodeRuneInString(s[at:])
		if !unicode.IsLetter(r) {
			at += n
			continue
		}
		long := 0
		for _, w := range begins[r] {
			if len(w) > long && strings.HasPrefix(s[at:], w) {
				long = len(w)
			}
		}
		step := max(long, n)
		k := utf8.RuneCountInString(s[at : at+step])
		letters += k
		if long > 0 {
			covered += k
		}
		at += step
	}
	return float64(covered) / float64(max(1, letters))
}

// spacelessByFirst is the same words by their first characters.
var spacelessByFirst = sync.OnceValue(func() map[rune][]string {
	out := map[rune][]string{}
	for _, w := range spaceless {
		r, _ := utf8.DecodeRuneInString(w)
		out[r] = append(out[r], w)
	}
	return out
})

var interfaceWords = sync.OnceValue(func() map[string]map[string]bool {
	out := map[string]map[string]bool{"": keySet(everywhere)}
	for _, l := range interfaces {
		out[l.language] = keySet(l.words)
	}
	for _, l := range posts {
		if out[l.language] == nil {
			out[l.language] = map[string]bool{}
		}
		maps.Copy(out[l.language], keySet(l.words))
	}
	return out
})

func keySet(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[token.Key(w)] = true
	}
	return out
}

// A kind of word, in bits.
const (
	functionWord uint8 = 1 << iota // a function word of the language
	controlWord                    // a word of buttons, forms and footers
)

// A vocabulary tells the kinds of the words of one language by their keys, so
// that a word is looked up once: its function words, and the words of buttons
// in it, in English, and those that are the same everywhere.
type vocabulary struct {
	words    *token.Table
	kinds    []uint8 // by place in words
	expected float64 // share of function words in prose
}

// kind is 0 for a word of no kind.
func (v *vocabulary) kind(word string) uint8 {
	if i := v.words.FindWord(word); i >= 0 {
		return v.kinds[i]
	}
	return 0
}

// vocabularies are by language, each made when a page first asks for it; ""
// is that of all languages of which nothing is known.
var vocabularies = sync.OnceValue(func() map[string]func() *vocabulary {
	out := map[string]func() *vocabulary{"": sync.OnceValue(func() *vocabulary { return newVocabulary("") })}
	for _, language := range slices.Concat(token.Languages(), slices.Collect(maps.Keys(interfaceWords()))) {
		if out[language] == nil {
			out[language] = sync.OnceValue(func() *vocabulary { return newVocabulary(language) })
		}
	}
	return out
})

// newVocabulary puts the words of a language's interfaces, of English ones and
// its function words into one table.
func newVocabulary(language string) *vocabulary {
	v := &vocabulary{}
	var keys []string
	places := map[string]int{}
	put := func(key string, kind uint8) {
		at, known := places[key]
		if !known {
			at = len(keys)
			places[key] = at
			keys, v.kinds = append(keys, key), append(v.kinds, 0)
		}
		v.kinds[at] |= kind
	}
	set := token.Of(language)
	for _, key := range set.Keys() {
		put(key, functionWord)
		v.expected += set.Rate(key) / 1000
	}
	if language == "sr" {
		v.expected /= 2 // one list in each of two scripts
	}
	for _, l := range []string{"", "en", language} {
		for key := range interfaceWords()[l] {
			put(key, controlWord)
		}
	}
	v.words = token.NewTable(keys)
	return v
}

func vocabularyOf(language string) *vocabulary {
	if of := vocabularies()[language]; of != nil {
		return of()
	}
	return vocabularies()[""]()
}

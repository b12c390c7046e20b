import Convene
import Testing

@Suite struct NameKeyTests {
    @Test(
        arguments: [
            ["Юлия", "Yulia", "Iuliia", "Julia", "Yuliya", "Julija"],
            ["Щукин", "Shchukin", "Schukin", "SHCHUKIN"],
            ["Сеитова", "Seitova", "Seyitova"],
            ["Ковалёва", "Ковалева", "Kovaleva", "Kovalyova"],
            ["Дмитрий", "Dmitry", "Dmitri", "Dmitrii", "Dmitriy", "Dmitrij"],
            ["Ершов", "Yershov", "Ershov"],
            ["Ахметов", "Akhmetov", "Ahmetov", "Axmetov"],
            ["Арман", "Arman"],
            ["Алексей", "Alexey", "Aleksei", "Aleksey", "Aleksej"],
            ["Жаксыбекова", "Zhaksybekova", "Jaksibekova"],
            ["Кузнецова", "Kuznetsova", "Kuznecova"],
            ["Джамшед", "Jamshed", "Dzhamshed"],
            ["Татьяна", "Tatyana", "Tatiana", "Tatjana"],
            ["Мария", "Maria", "Mariya", "Marija"],
            ["Васильев", "Vasilyev", "Vasiliev", "Vasilev"],
            ["Алиев", "Aliyev", "Aliev", "Əliyev"],
            ["Григорян", "Grigoryan", "Grigorian", "Գրիգորյան"],
            ["Баҳтиёр", "Bakhtiyor", "Бахтиёр", "Baxtiyor"],
            ["Екатерина", "Yekaterina", "Ekaterina", "Jekaterina"],
            ["Юрий", "Yuri", "Yury", "Jurij", "Iurii"],
            ["Максим", "Maxim", "Maksim"],
            ["Ўринов", "O‘rinov", "O'rinov", "Orinov"],
            ["Андрій", "Andrii", "Андрии\u{306}"],
            ["Айгуль", "Aigul", "Aygul"],
            ["Уринов", "Urinov"],
        ])
    func `the spellings of one name have one key`(_ spellings: [String]) {
        let keys = Set(spellings.map { NameKey.match(given: $0, family: "Х") })

        #expect(keys.count == 1, "\(keys)")
    }

    @Test(
        arguments: [
            ["Щукин", "Шукин"], ["Жанна", "Яна", "Анна"], ["Сеитов", "Сеитова"],
            ["Seitova", "Saitova"], ["Елена", "Алена"], ["Алия", "Алима"], ["Хасан", "Гасан"],
            ["Mikhail", "Mikael"], ["Cholpon", "Sholpan"], ["Дана", "Диана"],
        ])
    func `different names have different keys`(_ names: [String]) {
        let keys = Set(names.map { NameKey.match(given: $0, family: "") })

        #expect(keys.count == names.count, "\(keys)")
    }

    @Test func `the order of the names doesn't matter`() {
        let key = NameKey.match(given: "Айгуль", family: "Сеитова")

        #expect(key == NameKey.match(given: "SEITOVA", family: "Aigul"))
        #expect(key != NameKey.match(given: "", family: "Сеитова"))
    }

    @Test func `hyphens and blanks within a name don't matter`() {
        let key = NameKey.match(given: "Ana-Maria", family: "Rusu")

        #expect(key == NameKey.match(given: "Ana Maria", family: "Rusu"))
        #expect(key == NameKey.match(given: "Anamaria", family: "Rusu"))
    }

    @Test func `a person's key is that of the names without the patronymic`() throws {
        let name = try PersonName(given: "Арман", family: "Ахметов", patronymic: "Сергеевич")

        #expect(NameKey(name).text == NameKey.match(given: "Arman", family: "Akhmetov"))
    }

    @Test(arguments: [kyiv, almaty, aktau])
    func `no two people of one list have the same key`(_ people: [(given: String, family: String)])
    {
        let keys = Set(people.map { NameKey.match(given: $0.given, family: $0.family) })

        #expect(keys.count == people.count)
    }

    @Test func `two of the Russian list are probably known from the first`() {
        let known = Set(Self.kyiv.map { NameKey.match(given: $0.given, family: $0.family) })

        let probable = Self.kyivRussian.filter {
            known.contains(NameKey.match(given: $0.given, family: $0.family))
        }

        #expect(probable.map(\.family) == ["Ершов", "Ахметов"])
    }

    @Test(
        arguments: [
            ("Сеитова Айгуль", "seitova aygul"), ("  SEITOVA,  Aigul ", "seitova aigul"),
            ("Țurcanu", "turcanu"), ("O‘rinova", "orinova"), ("O'rinova", "orinova"),
            ("Ўринова", "orinova"), ("Воўк", "vouk"), ("Məmmədov", "mammadov"),
            ("Ершов", "ershov"), ("Yershov", "ershov"), ("Жаксыбекова", "zhaksybekova"),
            ("Щукин", "shchukin"), ("Тоҷиддин", "tojiddin"), ("Әсел Қасымова", "asel kasymova"),
            ("Їжакевич Євген", "izhakevich evgen"), ("Հայկ Պետրոսյան", "hayk petrosyan"),
            ("Ուզունյան", "uzunyan"), ("Ոսկանյան", "voskanyan"), ("Եղիազարյան", "eghiazaryan"),
            ("გიორგი", "giorgi"), ("Ana-Maria", "ana maria"), ("Андрии\u{306}", "andriy"),
            ("Straße", "strasse"), ("محمد", "محمد"), ("42", "42"), ("", ""), ("…—", ""),
        ])
    func `a name is looked up in plain letters`(_ written: String, _ key: String) {
        #expect(NameKey.search(written) == key)
    }

    @Test(arguments: [("Сеит", "Seitova"), ("Seit", "Сеитова"), ("Ye", "Ершов"), ("Щ", "Shchukin")])
    func `a beginning in either script finds the other`(_ typed: String, _ name: String) {
        #expect(NameKey.search(name).hasPrefix(NameKey.search(typed)))
    }
}

extension NameKeyTests {
    static let kyiv: [(given: String, family: String)] = [
        ("Hayk", "Petrosyan"), ("Nune", "Grigoryan"), ("Armen", "Sargsyan"),
        ("Gayane", "Hakobyan"), ("Elchin", "Aliyev"), ("Rashad", "Aliyev"),
        ("Tural", "Mammadov"), ("Elchin", "Huseynov"), ("Volha", "Kavaliova"),
        ("Siarhei", "Zhuk"), ("Hanna", "Novik"), ("Alena", "Novik"), ("Nurlan", "Omarov"),
        ("Arman", "Akhmetov"), ("Aigul", "Zhaksybekova"), ("Gulnar", "Akhmetova"),
        ("Begimai", "Kadyrova"), ("Begimai", "Bekova"), ("Ulan", "Bekov"),
        ("Aizada", "Asanova"), ("Doina", "Țurcanu"), ("Doina", "Ciobanu"), ("Doina", "Rusu"),
        ("Ana-Maria", "Rusu"), ("Irina", "Kuznetsova"), ("Alexey", "Yershov"),
        ("Dmitry", "Yershov"), ("Dmitry", "Kuznetsov"), ("Bahrom", "Rahimov"),
        ("Jamshed", "Rahimov"), ("Zarina", "Rahimova"), ("Bahrom", "Nazarov"),
        ("Andrii", "Shevchuk"), ("Taras", "Bondarenko"), ("Olena", "Kovalenko"),
        ("Iryna", "Kovalenko"), ("Malika", "Karimova"), ("Feruza", "O‘rinova"),
        ("Sherzod", "Yusupov"), ("Feruza", "Yusupova"),
    ]

    static let almaty: [(given: String, family: String)] = [
        ("Saule", "AKHMETOVA"), ("Asel", "OMAROVA"), ("Gulnar", "SEITOVA"),
        ("Saule", "SEITOVA"), ("Nurlan", "SEITOV"), ("Asel", "SEITOVA"),
        ("Asel", "AKHMETOVA"), ("Yerlan", "ZHAKSYBEKOV"), ("Aizada", "TOKTOGULOVA"),
        ("Bakyt", "ASANOV"), ("Nurgul", "ASANOVA"), ("Cholpon", "TOKTOGULOVA"),
        ("Azamat", "KADYROV"), ("Nurgul", "BEKOVA"), ("Bakyt", "TOKTOGULOV"),
        ("Jamshed", "NAZAROV"), ("Firuza", "RAHIMOVA"), ("Farrukh", "RAHIMOV"),
        ("Manizha", "NAZAROVA"), ("Manizha", "RAHIMOVA"), ("Zarina", "SHARIPOVA"),
        ("Feruza", "KARIMOVA"), ("Dilnoza", "KARIMOVA"), ("Malika", "YUSUPOVA"),
        ("Jahongir", "YUSUPOV"), ("Dilnoza", "YUSUPOVA"), ("Dilnoza", "O‘RINOVA"),
        ("Jahongir", "O‘RINOV"),
    ]

    static let aktau: [(given: String, family: String)] = [
        ("Сауле", "Жаксыбекова"), ("Динара", "Сеитова"), ("Арман", "Омаров"),
        ("Айгуль", "Ахметова"), ("Айгуль", "Сеитова"), ("Динара", "Жаксыбекова"),
        ("Данияр", "Жаксыбеков"), ("Айгуль", "Омарова"), ("Данияр", "Сеитов"),
        ("Ерлан", "Омаров"), ("Арман", "Жаксыбеков"), ("Данияр", "Ахметов"),
        ("Арман", "Сеитов"), ("Сауле", "Омарова"), ("Нурлан", "Ахметов"),
        ("Асель", "Жаксыбекова"), ("Нурлан", "Жаксыбеков"), ("Ерлан", "Сеитов"),
    ]

    static let kyivRussian: [(given: String, family: String)] = [
        ("Дмитрий", "Ершов"), ("Ани", "Петросян"), ("Михаил", "Щукин"), ("Бакыт", "Беков"),
        ("Андрій", "Бондаренко"), ("Гульнар", "Жаксыбекова"), ("Фируза", "Шарипова"),
        ("Арман", "Ахметов"), ("Шерзод", "Уринов"), ("Алена", "Жук"), ("Айк", "Петросян"),
        ("Елена", "Кузнецова"),
    ]
}

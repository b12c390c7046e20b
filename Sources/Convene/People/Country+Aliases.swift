extension Country {
    /// What people write beside the names of CLDR: official names, former names, abbreviations, in
    /// English, Russian and French foremost. A republic or kingdom before a name needs no mention.
    static let aliases: [(code: String, names: String)] = [
        // The Commonwealth of Independent States and its neighbours.
        ("AM", "РА; Հայաստանի Հանրապետություն"),
        ("AZ", "Азербайджанская Республика; Azərbaycan Respublikası"),
        ("BY", "Белоруссия; Беларусь; РБ; Byelorussia; Belorussia; Biélorussie; Bélarus"),
        ("EE", "Эстонская Республика"),
        ("GE", "Sakartvelo; Сакартвело"),
        (
            "KG",
            "Киргизия; Киргизстан; Кыргызстан; Кыргызская Республика; Киргизская Республика; КР"
        ),
        (
            "KG",
            "Кыргыз Республикасы; Kyrgyz Republic; Kirghizia; Kirgizia; Kirghizistan; Kirghizstan"
        ),
        ("KG", "République kirghize"),
        ("KZ", "РК; Қазақстан Республикасы; Qazaqstan Respublikasy; Kazakstan"),
        ("LT", "Литовская Республика"),
        ("LV", "Латвийская Республика"),
        ("MD", "Молдавия; Молдова; РМ; Moldavia; Moldavie; Republica Moldova"),
        ("MN", "Mongolian People's Republic"),
        ("RU", "РФ; Российская Федерация; Russian Federation; Fédération de Russie"),
        ("TJ", "РТ; Ҷумҳурии Тоҷикистон; Tadjikistan; Tadzhikistan; Таджикская Республика"),
        ("TM", "Туркмения; Туркменистан; Turkmenia; Turkménie"),
        ("TR", "Turkey; Türkiye; Турецкая Республика; Турция"),
        ("UA", "Ukrayina"),
        ("UZ", "РУз; РУ; O‘zbekiston Respublikasi; Ўзбекистон Республикаси; Ouzbekistan"),

        // Europe.
        ("BA", "Bosnia; Босния; Bosnie; BiH; БиГ"),
        ("CH", "Swiss Confederation; Швейцарская Конфедерация; Confédération suisse"),
        ("CZ", "Czech Republic; Чешская Республика; Чехия; République tchèque"),
        ("DE", "Federal Republic of Germany; FRG; ФРГ; РФА; RFA; République fédérale d'Allemagne"),
        ("FR", "French Republic; Французская Республика; République française"),
        ("GB", "UK; U.K.; Great Britain; Britain; England; Scotland; Wales; Northern Ireland"),
        ("GB", "United Kingdom of Great Britain and Northern Ireland; Соединённое Королевство"),
        ("GB", "Соединенное Королевство Великобритании и Северной Ирландии; Англия; Шотландия"),
        ("GB", "Grande-Bretagne; Angleterre; Royaume-Uni de Grande-Bretagne et d'Irlande du Nord"),
        ("GR", "Hellenic Republic; Hellas; Греческая Республика"),
        ("IT", "Italian Republic; Итальянская Республика"),
        ("MK", "Macedonia; Македония; Macédoine; FYROM; former Yugoslav Republic of Macedonia"),
        ("NL", "Holland; Голландия; Hollande; The Netherlands"),
        ("SK", "Slovak Republic; Словацкая Республика; République slovaque"),
        ("VA", "Holy See; Vatican; Святой Престол; Saint-Siège"),

        // Asia.
        ("AE", "UAE; ОАЭ; EAU; Emirates; Эмираты"),
        ("CN", "PRC; People's Republic of China; КНР; 中国; 中國"),
        ("CN", "Китайская Народная Республика; République populaire de Chine; RPC"),
        ("HK", "Hong Kong; Гонконг"),
        ("IR", "Persia; ИРИ; Исламская Республика Иран; République islamique d'Iran"),
        ("KP", "DPRK; КНДР; RPDC; Democratic People's Republic of Korea"),
        ("KP", "Korea, Democratic People's Republic of; Северная Корея; Corée du Nord"),
        ("KP", "République populaire démocratique de Corée"),
        ("KP", "Корейская Народно-Демократическая Республика"),
        ("KR", "ROK; Republic of Korea; Korea, Republic of; Республика Корея; Южная Корея"),
        ("KR", "République de Corée"),
        (
            "LA",
            "Lao PDR; Lao People's Democratic Republic; Лаосская Народно-Демократическая Республика"
        ),
        ("LA", "République démocratique populaire lao"),
        ("MM", "Myanmar; Burma; Мьянма; Бирма; Birmanie"),
        ("MO", "Macao; Macau; Макао"),
        ("PS", "Palestine; State of Palestine; Палестина; Государство Палестина"),
        ("SA", "KSA"),
        ("SY", "Syrian Arab Republic; Сирийская Арабская Республика; République arabe syrienne"),
        ("TL", "East Timor; Восточный Тимор; Timor oriental"),
        ("TW", "Republic of China; China, Republic of; Taiwan, Province of China"),
        ("VN", "Viet Nam; СРВ; Социалистическая Республика Вьетнам"),

        // Africa.
        ("CD", "DRC; DR Congo; Congo DR; Democratic Republic of the Congo; Zaire; Заир; RDC; ДРК"),
        ("CD", "Congo, Democratic Republic of the; Демократическая Республика Конго; Zaïre"),
        ("CD", "République démocratique du Congo"),
        ("CF", "CAR; ЦАР; RCA"),
        ("CG", "Congo; Republic of the Congo; Республика Конго; Конго; République du Congo"),
        ("CI", "Ivory Coast; Берег Слоновой Кости; Кот д’Ивуар"),
        ("CV", "Cape Verde; Кабо-Верде; Cap-Vert"),
        ("LY", "Libyan Arab Jamahiriya; Государство Ливия"),
        ("SZ", "Swaziland; Свазиленд"),
        ("TZ", "United Republic of Tanzania; Tanzania, United Republic of"),
        ("TZ", "Объединённая Республика Танзания; République-Unie de Tanzanie"),
        ("ZA", "RSA; ЮАР; Южно-Африканская Республика; République sud-africaine"),

        // The Americas and Oceania.
        ("BO", "Plurinational State of Bolivia; Bolivia, Plurinational State of"),
        ("FM", "Federated States of Micronesia; Micronesia, Federated States of"),
        ("US", "USA; U.S.; U.S.A.; United States of America; America; США; Америка"),
        ("US", "Соединённые Штаты Америки; États-Unis d'Amérique; EUA; EEUU"),
        ("VE", "Bolivarian Republic of Venezuela; Venezuela, Bolivarian Republic of"),
    ]
}

extension NameKey.Letters {
    /// Latin letters of Europe, Türkiye, Azerbaijan and Viet Nam by the plain letter they rest on.
    static let latin: [(plain: String, letters: String)] = [
        ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặə"),
        ("b", "ḃḅḇ"),
        ("c", "çćĉċčḉ"),
        ("d", "ďḋḍḏḑḓđð"),
        ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
        ("f", "ḟ"),
        ("g", "ĝğġģǧǵḡ"),
        ("h", "ĥȟḣḥḧḩḫẖħ"),
        ("i", "ìíîïĩīĭįǐȉȋḭḯỉịıİ"),
        ("j", "ĵǰ"),
        ("k", "ķǩḱḳḵĸ"),
        ("l", "ĺļľḷḹḻḽł"),
        ("m", "ḿṁṃ"),
        ("n", "ñńņňǹṅṇṉṋŋ"),
        ("o", "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợø"),
        ("p", "ṕṗ"),
        ("r", "ŕŗřȑȓṙṛṝṟ"),
        ("s", "śŝşšșṡṣṥṧṩſ"),
        ("t", "ţťțṫṭṯṱẗŧ"),
        ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
        ("v", "ṽṿ"),
        ("w", "ŵẁẃẅẇẉẘ"),
        ("x", "ẋẍ"),
        ("y", "ýÿŷȳẏẙỳỵỷỹ"),
        ("z", "źżžẑẓẕ"),
        ("ae", "æ"), ("oe", "œ"), ("ss", "ß"), ("th", "þ"),
    ]

    /// As lists in English write it, one Latin spelling a letter: the first row Russian, then what
    /// Ukrainian, Belarusian, Serbian and Macedonian add, then Kazakh, Kyrgyz, Tajik, Uzbek,
    /// Azerbaijani, Tatar, Bashkir and Mongolian. ё is e, for passports write it so.
    static let cyrillic = [
        "а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u",
        "ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya",
        "ґ=g є=ye і=i ї=i ђ=dj ѓ=g ѕ=dz ј=j љ=lj њ=nj ћ=c ќ=k џ=j",
        "ә=a ғ=gh қ=k ң=n ө=o ұ=u ү=u һ=h ӣ=i ӯ=u ҳ=h ҷ=j ҹ=j ҝ=g җ=j ҙ=z ҡ=k ҫ=s ӑ=a ӗ=e ӳ=u",
    ]

    /// Eastern Armenian, by sound as passports write it.
    static let armenian = [
        "ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=y թ=t ժ=zh ի=i լ=l խ=kh ծ=ts կ=k հ=h ձ=dz ղ=gh ճ=ch",
        "մ=m յ=y ն=n շ=sh չ=ch պ=p ջ=j ռ=r ս=s վ=v տ=t ր=r ց=ts փ=p ք=k և=ev օ=o ֆ=f",
    ]

    /// The national system of 2002, without its apostrophes.
    static let georgian = [
        "ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u",
        "ფ=p ქ=k ღ=gh ყ=q შ=sh ჩ=ch ც=ts ძ=dz წ=ts ჭ=ch ხ=kh ჯ=j ჰ=h",
    ]
}

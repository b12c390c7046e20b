/// The family names that so many bear that a name alone says little: the most frequent of each
/// country of the region, the feminine beside the masculine.
enum CommonNames {
    static func contains(family sounds: [UInt8]) -> Bool { table.contains(sounds) }

    private static let table: Set<[UInt8]> = {
        var table: Set<[UInt8]> = []
        for word in rows.split(whereSeparator: \.isWhitespace) {
            table.insert(NameParts.family(String(word)))
            if word.hasSuffix("ov") || word.hasSuffix("ev") || word.hasSuffix("in") {
                table.insert(NameParts.family(word + "a"))
            }
        }
        return table
    }()

    private static let rows = """
        ivanov smirnov kuznetsov popov vasiliev petrov sokolov mikhailov novikov fedorov morozov
        volkov alekseev lebedev semenov egorov pavlov kozlov stepanov nikolaev orlov andreev makarov
        zakharov kim
        shevchenko bondarenko kovalenko kravchenko tkachenko melnyk boiko kovalchuk oliinyk shevchuk
        ivanou kazlou novik zhuk
        akhmetov omarov kim ospanov iskakov suleimenov abdrakhmanov serikbaev
        asanov mamatov kadyrov abdyldaev toktogulov
        karimov yusupov rakhimov abdullaev ismoilov tursunov saidov nazarov sharipov rahmonov
        aliyev mammadov huseynov hasanov guliyev hajiyev ismayilov rustamov
        grigoryan harutyunyan hovhannisyan sargsyan petrosyan hakobyan khachatryan karapetyan
        beridze kapanadze gelashvili maisuradze giorgadze lomidze
        rusu ceban ciobanu popa
        """
}

/// The forms that one name has in neighbouring languages: passports translate given names rather
/// than transcribe them, so that Ольга is Volha in Minsk and Olha in Kyiv; so do they a few family
/// names.
enum NameForms {
    /// The form that stands for all, in sounds; the name itself where it has no others.
    static func form(of sounds: [UInt8]) -> [UInt8] {
        table[sounds] ?? loose[loosened(sounds)] ?? sounds
    }

    /// The forms without what spellings of one form differ in: Сяргей is Siarhei, Гюльнара Gulnara.
    private static let loose = Dictionary(
        table.map { (loosened($0), $1) }, uniquingKeysWith: { first, _ in first })

    /// With h for g, and without an i before another vowel.
    private static func loosened(_ sounds: [UInt8]) -> [UInt8] {
        sounds.indices.compactMap { index in
            let next = index + 1 < sounds.count ? sounds[index + 1] : 0
            if sounds[index] == UInt8(ascii: "i"), "aeou".utf8.contains(next) { return nil }
            return sounds[index] == UInt8(ascii: "g") ? UInt8(ascii: "h") : sounds[index]
        }
    }

    private static let table: [[UInt8]: [UInt8]] = {
        var table: [[UInt8]: [UInt8]] = [:]
        for line in rows.split(separator: "\n") {
            let forms = line.split(separator: " ").map { NameKey.sounds(of: String($0)) }
            for form in forms { table[form] = forms[0] }
        }
        return table
    }()

    private static let rows = """
        olga olha volha volga
        anna hanna ganna
        elena olena alena jelena helena helene helen elene
        ekaterina kateryna katsiaryna katerina kaciaryna catherine katherine ecaterina
        tatiana tetiana tatsiana tatsyana
        svetlana svitlana sviatlana
        natalia natalya natallia nataliia natali natalie natalla
        nadezhda nadiia nadzeya nadzeia
        lyudmila liudmila ludmila liudmyla
        galina halyna halina
        kuznetsova kuzniatsova
        kuznetsov kuzniatsov
        munteanu muntianu
        valentina valentyna valiantsina
        vera vira viera
        evgenia yevheniia yauheniya yauhenia eugenia eugenie
        irina iryna irene irena
        julia yuliia yulia iulia julie
        tamara tamar
        hasmik asmik
        hripsime ripsime
        xenia ksenia kseniia
        alexandra oleksandra aliaksandra
        daria darya daryia dariia
        maria mariia maryia mariya
        alexander aleksandr oleksandr aliaksandr alexandr iskandar alexandre alexandru
        alexei oleksii aliaksei alexy
        andrei andrii andrew andre
        anton antin
        artem artsiom artyom
        dmitry dmytro dzmitry dmitri dumitru
        evgeny yevhen yauhen evgeni eugene eugen
        fyodor fedor fiodor theodore teodor
        georgy heorhii giorgi georgi heorhi george georges gheorghe
        grigory hryhorii ryhor gregory grigore
        igor ihor ihar
        ilya illia ilie
        ivan ion ioan ivane
        mikhail mykhailo mikhaila mihail michael michel mihai
        nikita mykyta mikita
        nikolai mykola mikalai nicholas nicolas nicolae
        oleg oleh aleh
        pavel pavlo paval paul
        peter petr petro piotr pyotr pierre petru
        philip pylyp filipp
        sergei serhii siarhei sergii sergey serge serghei
        stepan stsiapan stefan stephan shtefan
        vasily vasyl vasil vasile basil
        victor viktor viktar
        vladimir volodymyr uladzimir wladimir
        vladislav vladyslav uladzislau
        yaroslav iaroslav jaraslau
        david davit
        hakob akop hagop
        harutyun arutyun
        hovhannes oganes ovanes hovannes
        hayk aik haik
        bakhtiyor bakhtiyar
        gulnar gulnara
        utkir otkir
        ahmad ahmed akhmed akhmad
        muhammad mukhammad muhammed mohammed magomed mukhamed muhamad
        """
}

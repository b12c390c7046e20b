/// The forms that one name has in neighbouring languages: passports translate given names rather
/// than transcribe them, so that Ольга is Volha in Minsk and Olha in Kyiv; so do they a few family
/// names.
enum NameForms {
    /// The form that stands for all, in sounds; the name itself where it has no others.
    static func form(of sounds: [UInt8]) -> [UInt8] { table[sounds] ?? sounds }

    private static let table: [[UInt8]: [UInt8]] = {
        var table: [[UInt8]: [UInt8]] = [:]
        for line in rows.split(separator: "\n") {
            let forms = line.split(separator: " ").map { NameKey.sounds(of: String($0)) }
            for form in forms.dropFirst() { table[form] = forms[0] }
        }
        return table
    }()

    private static let rows = """
        olga olha volha volga
        anna hanna ganna
        elena olena alena jelena
        ekaterina kateryna katsiaryna katerina kaciaryna
        tatiana tetiana tatsiana tatsyana
        svetlana svitlana sviatlana
        natalia natalya natallia nataliia natali
        nadezhda nadiia nadzeya nadzeia
        lyudmila liudmila ludmila liudmyla
        galina halyna halina
        kuznetsova kuzniatsova
        kuznetsov kuzniatsov
        munteanu muntianu
        valentina valentyna valiantsina
        vera vira viera
        evgenia yevheniia yauheniya yauhenia
        xenia ksenia kseniia
        alexandra oleksandra aliaksandra
        daria darya daryia dariia
        maria mariia maryia mariya
        alexander aleksandr oleksandr aliaksandr alexandr iskandar
        alexei oleksii aliaksei alexy
        andrei andrii andrew
        anton antin
        artem artsiom artyom
        dmitry dmytro dzmitry
        evgeny yevhen yauhen evgeni
        georgy heorhii giorgi georgi heorhi
        grigory hryhorii ryhor
        igor ihor ihar
        ilya illia
        mikhail mykhailo mikhaila mihail
        nikita mykyta mikita
        nikolai mykola mikalai
        oleg oleh aleh
        pavel pavlo paval
        peter petr petro piotr pyotr
        philip pylyp filipp
        sergei serhii siarhei sergii sergey
        stepan stsiapan
        vasily vasyl vasil
        victor viktor viktar
        vladimir volodymyr uladzimir
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

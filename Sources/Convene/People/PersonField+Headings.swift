extension PersonField {
    package var synonyms: [String] { Self.wordings[self] ?? [] }

    /// Columns of numbering, signatures and papers, for which the register has no place.
    package static let leftOut = several(
        """
        no; n; nr; number; #; №; № п/п; n п/п; п/п; номер; s/n; item; numéro; n°
        signature; подпись; підпис; photo; фото; remarks for office use
        phone; telephone; tel; mobile; mobile phone; cell phone; whatsapp; fax; phone number
        телефон; тел; мобильный; мобильный телефон; контактный телефон; номер телефона; факс
        контакты; мобільний телефон; téléphone; tél; portable; télécopie
        passport; passport number; passport no; паспорт; номер паспорта; паспортные данные
        passeport; date of birth; birth date; дата рождения; год рождения; дата народження
        date de naissance; age; возраст; âge; address; адрес; адреса; adresse; postal address
        date; дата; timestamp; отметка времени; horodateur
        """)

    private static let wordings: [PersonField: [String]] = [
        .fullName: several(
            """
            full name; name and surname; first and last name; name surname; participant; nominee
            name of participant; name of nominee; participant name; full name of participant
            имя и фамилия; имя, фамилия; участник; участница; полное имя; имя участника
            ім'я та прізвище; повне ім'я; учасник
            prénom et nom; nom complet; participant(e); participant.e
            """),
        .fullNameFamilyFirst: several(
            """
            фио; ф.и.о.; фамилия имя отчество; фамилия, имя, отчество; фамилия и имя; фамилия имя
            фамилия, имя; фамилия и имя участника; ф.и.о. участника; фио участника; ф. и. о.
            піб; п.і.б.; прізвище ім'я по батькові; прізвище, ім'я, по батькові; прізвище та ім'я
            nom et prénom; nom, prénom; nom prénom; nom et prénoms; surname and name
            surname, name; family name, given name; last name, first name; surname and first name
            """),
        .givenName: several(
            """
            given; given names; first name; firstname; forename; name; name given; christian name
            имя; имена; ім'я; имя (на русском); prénom; prénoms
            """),
        .familyName: several(
            """
            family; last name; lastname; surname; second name; name family
            фамилия; прізвище; nom; nom de famille
            """),
        .patronymic: several(
            "patronymic; patronymic name; middle name; father's name; отчество; по батькові; patronyme"
        ),
        .otherGivenName: several(
            """
            given name in the other script; name in latin; имя латиницей; имя на латинице
            имя по-английски; имя на английском; ім'я латиницею; first name in latin
            given name in latin; first name in english
            """),
        .otherFamilyName: several(
            """
            family name in the other script; surname in latin; фамилия латиницей
            фамилия на латинице; фамилия по-английски; фамилия на английском; прізвище латиницею
            family name in latin; surname in english; last name in english
            """),
        .title: several(
            """
            title; salutation; mr/ms; ms/mr; mr/mrs; form of address; honorific
            обращение; форма обращения; звертання; civilité; titre; m./mme; mme/m.
            """),
        .gender: several("sex; m/f; f/m; h/f; f/h; пол; м/ж; ж/м; стать; ч/ж; genre; sexe"),
        .country: several(
            """
            country of residence; state; nation; country name; member state
            страна; страна проживания; государство; країна; держава; pays; pays de résidence; état
            """),
        .email: several(
            """
            e-mail; mail; email address; e-mail address; electronic mail; contact email
            эл. почта; электронная почта; почта; эл.почта; е-mail; адрес электронной почты
            эл. адрес; электронный адрес; имейл; ел. пошта; електронна пошта; електронна адреса
            courriel; adresse électronique; adresse e-mail; mél; adresse mail; adresse de courriel
            """),
        .organisation: several(
            """
            organization; institution; institute; affiliation; employer; company; agency; museum
            place of work; workplace; name of organisation; name of organization
            name of institution; организация; учреждение; место работы; институт; музей
            название организации; наименование организации; компания; работодатель
            організація; установа; місце роботи; назва організації
            organisme; établissement; structure; employeur; nom de l'organisation
            """),
        .city: several(
            """
            town; city/town; town/city; place; location; city of residence; organisation city
            organization city; city of organisation; city of organization; institution city
            город; населённый пункт; населенный пункт; город проживания; город организации
            организация город; место работы город; місто; населений пункт; місто організації
            ville; localité; commune; ville de résidence; ville de l'organisation
            """),
        .stakeholder: several(
            """
            stakeholder group; group; type of institution; institution type; type of organisation
            type of organization; organisation type; organization type; sector; category
            тип организации; тип учреждения; вид организации; категория; сектор; группа
            тип організації; тип установи; категорія; type d'organisation; type d'institution
            type d'établissement; catégorie; secteur; groupe
            """),
        .position: several(
            """
            job title; job; function; occupation; post; designation; profession
            должность; занимаемая должность; профессия; посада; професія
            fonction; poste; emploi; qualité; profession exercée
            """),
        .language: several(
            """
            languages; language of correspondence; working language; preferred language
            язык; языки; язык переписки; рабочий язык; мова; мови
            langue; langues; langue de travail; langue de correspondance
            """),
        .role: several("role; role at the event; роль; роль на мероприятии; роль у заході; rôle"),
        .notes: several(
            """
            note; remarks; comment; comments; примечание; примечания; комментарий; комментарии
            заметки; примітка; примітки; коментар; remarque; remarques; commentaire; observations
            """),
    ]

    private static func several(_ text: String) -> [String] {
        text.split { $0 == ";" || $0 == "\n" }.map(\.trimmed)
    }
}

extension PersonField {
    package static let named: Set<PersonField> = [.organisation]

    /// `Name` beside `Surname` is the given name, by itself it is all of it; so is `Nom` without a
    /// `Prénom`.
    package static func settled(_ fields: [PersonField?], _ headings: [String]) -> [PersonField?] {
        let all = Set(fields.compactMap { $0 })
        guard all.isDisjoint(with: [.fullName, .fullNameFamilyFirst]) else { return fields }
        return zip(fields, headings).map { field, heading in
            let isVague = vague.contains(HeadingKey.of(heading))
            return switch field {
            case .givenName where isVague && !all.contains(.familyName): .fullName
            case .familyName where isVague && !all.contains(.givenName): .fullNameFamilyFirst
            default: field
            }
        }
    }

    private static let vague = Set(["name", "имя", "ім'я", "nom", "фамилия"].map(HeadingKey.of))

    package static func missing(from fields: Set<PersonField>) -> [PersonField] {
        guard fields.isDisjoint(with: [.fullName, .fullNameFamilyFirst]) else { return [] }
        return [.familyName, .givenName].filter { !fields.contains($0) }
    }
}

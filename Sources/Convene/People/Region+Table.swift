extension Region {
    /// One region of the table: its names, and its countries as `alpha-2:alpha-3`.
    struct Row: Sendable {
        let number: Int
        let english: String
        let russian: String
        let french: String
        let countries: String

        init(
            _ number: Int, _ english: String, _ russian: String, _ french: String,
            _ countries: String
        ) {
            self.number = number
            self.english = english
            self.russian = russian
            self.french = french
            self.countries = countries
        }
    }

    /// M49 with the codes of ISO 3166-1, continent by continent.
    ///
    /// Two of the codes have no place in M49: Antarctica is given a region of its own, and TW, which
    /// the standard doesn't list, the one around it.
    static let rows = [
        Row(
            15, "Northern Africa", "Северная Африка", "Afrique septentrionale",
            "DZ:DZA EG:EGY LY:LBY MA:MAR SD:SDN TN:TUN EH:ESH"),
        Row(
            14, "Eastern Africa", "Восточная Африка", "Afrique orientale",
            """
            BI:BDI KM:COM DJ:DJI ER:ERI ET:ETH KE:KEN MG:MDG MW:MWI MU:MUS YT:MYT MZ:MOZ RE:REU \
            RW:RWA SC:SYC SO:SOM SS:SSD TZ:TZA UG:UGA ZM:ZMB ZW:ZWE IO:IOT TF:ATF
            """),
        Row(
            17, "Middle Africa", "Центральная Африка", "Afrique centrale",
            "AO:AGO CM:CMR CF:CAF TD:TCD CG:COG CD:COD GQ:GNQ GA:GAB ST:STP"),
        Row(
            18, "Southern Africa", "Южная Африка", "Afrique australe",
            "BW:BWA SZ:SWZ LS:LSO NA:NAM ZA:ZAF"),
        Row(
            11, "Western Africa", "Западная Африка", "Afrique occidentale",
            """
            BJ:BEN BF:BFA CV:CPV CI:CIV GM:GMB GH:GHA GN:GIN GW:GNB LR:LBR ML:MLI MR:MRT NE:NER \
            NG:NGA SH:SHN SN:SEN SL:SLE TG:TGO
            """),
        Row(
            29, "Caribbean", "Карибский бассейн", "Caraïbes",
            """
            AI:AIA AG:ATG AW:ABW BS:BHS BB:BRB BQ:BES VG:VGB KY:CYM CU:CUB CW:CUW DM:DMA DO:DOM \
            GD:GRD GP:GLP HT:HTI JM:JAM MQ:MTQ MS:MSR PR:PRI BL:BLM KN:KNA LC:LCA MF:MAF VC:VCT \
            SX:SXM TT:TTO TC:TCA VI:VIR
            """),
        Row(
            13, "Central America", "Центральная Америка", "Amérique centrale",
            "BZ:BLZ CR:CRI SV:SLV GT:GTM HN:HND MX:MEX NI:NIC PA:PAN"),
        Row(
            5, "South America", "Южная Америка", "Amérique du Sud",
            """
            AR:ARG BO:BOL BV:BVT BR:BRA CL:CHL CO:COL EC:ECU FK:FLK GF:GUF GY:GUY PY:PRY PE:PER \
            GS:SGS SR:SUR UY:URY VE:VEN
            """),
        Row(
            21, "Northern America", "Северная Америка", "Amérique septentrionale",
            "BM:BMU CA:CAN GL:GRL PM:SPM US:USA"),
        Row(10, "Antarctica", "Антарктика", "Antarctique", "AQ:ATA"),
        Row(
            143, "Central Asia", "Центральная Азия", "Asie centrale",
            "KZ:KAZ KG:KGZ TJ:TJK TM:TKM UZ:UZB"),
        Row(
            30, "Eastern Asia", "Восточная Азия", "Asie orientale",
            "CN:CHN HK:HKG MO:MAC KP:PRK JP:JPN MN:MNG KR:KOR TW:TWN"),
        Row(
            35, "South-eastern Asia", "Юго-Восточная Азия", "Asie du Sud-Est",
            "BN:BRN KH:KHM ID:IDN LA:LAO MY:MYS MM:MMR PH:PHL SG:SGP TH:THA TL:TLS VN:VNM"),
        Row(
            34, "Southern Asia", "Южная Азия", "Asie méridionale",
            "AF:AFG BD:BGD BT:BTN IN:IND IR:IRN MV:MDV NP:NPL PK:PAK LK:LKA"),
        Row(
            145, "Western Asia", "Западная Азия", "Asie occidentale",
            """
            AM:ARM AZ:AZE BH:BHR CY:CYP GE:GEO IQ:IRQ IL:ISR JO:JOR KW:KWT LB:LBN OM:OMN QA:QAT \
            SA:SAU PS:PSE SY:SYR TR:TUR AE:ARE YE:YEM
            """),
        Row(
            151, "Eastern Europe", "Восточная Европа", "Europe orientale",
            "BY:BLR BG:BGR CZ:CZE HU:HUN PL:POL MD:MDA RO:ROU RU:RUS SK:SVK UA:UKR"),
        Row(
            154, "Northern Europe", "Северная Европа", "Europe septentrionale",
            """
            AX:ALA DK:DNK EE:EST FO:FRO FI:FIN GG:GGY IS:ISL IE:IRL IM:IMN JE:JEY LV:LVA LT:LTU \
            NO:NOR SJ:SJM SE:SWE GB:GBR
            """),
        Row(
            39, "Southern Europe", "Южная Европа", "Europe méridionale",
            """
            AL:ALB AD:AND BA:BIH HR:HRV GI:GIB GR:GRC VA:VAT IT:ITA MT:MLT ME:MNE MK:MKD PT:PRT \
            SM:SMR RS:SRB SI:SVN ES:ESP
            """),
        Row(
            155, "Western Europe", "Западная Европа", "Europe occidentale",
            "AT:AUT BE:BEL FR:FRA DE:DEU LI:LIE LU:LUX MC:MCO NL:NLD CH:CHE"),
        Row(
            53, "Australia and New Zealand", "Австралия и Новая Зеландия",
            "Australie et Nouvelle-Zélande", "AU:AUS CX:CXR CC:CCK HM:HMD NZ:NZL NF:NFK"),
        Row(
            54, "Melanesia", "Меланезия", "Mélanésie", "FJ:FJI NC:NCL PG:PNG SB:SLB VU:VUT"),
        Row(
            57, "Micronesia", "Микронезия", "Micronésie",
            "GU:GUM KI:KIR MH:MHL FM:FSM NR:NRU MP:MNP PW:PLW UM:UMI"),
        Row(
            61, "Polynesia", "Полинезия", "Polynésie",
            "AS:ASM CK:COK PF:PYF NU:NIU PN:PCN WS:WSM TK:TKL TO:TON TV:TUV WF:WLF"),
    ]
}

import KohortCore

/// Made-up people; any likeness is chance. Their addresses are of domains that are kept for examples (RFC 2606).
enum DemoPeople {
    static let lead = EmailAddress("lead@norra-norrland.example")
    static let coordinator = EmailAddress("coordinator@ornskoldsvik.example")

    private static let firstNames = [
        "Alva", "Björn", "Cecilia", "Dag", "Ebba", "Filip", "Greta", "Hassan", "Ingrid", "Jonas", "Kajsa", "Linus",
        "Märta", "Nils", "Olivia", "Pär", "Ragnhild", "Simon", "Tove", "Ulf", "Vera", "Wilma", "Ylva", "Åke", "Östen",
    ]
    private static let lastNames = [
        "Almqvist", "Bergdahl", "Dalström", "Ekholm", "Forsgren", "Granlund", "Hedvall", "Isaksdotter", "Kärnell",
        "Lindblad", "Moberg", "Norrsken", "Olofsgård", "Rönnbäck", "Sjölander", "Törnros",
    ]
    static let places = ["Umeå", "Luleå", "Sundsvall", "Skellefteå", "Östersund", "Uppsala", "Trondheim", "Vasa"]
    static let schools = ["Umeå universitet", "Luleå tekniska universitet", "Mittuniversitetet", "NTNU", "KTH"]
    static let fields = ["Väg och vatten", "Geografisk information", "Energi", "Bygg", "Miljö"]

    /// The name of the n-th candidate, from 0.
    static func name(_ number: Int) -> String {
        "\(firstNames[number % firstNames.count]) \(lastNames[(number * 7 + number / 25) % lastNames.count])"
    }

    /// Who sits at an office's address: a lead or a coordinator.
    static func colleague(at address: String) -> String {
        let names = [
            "Kerstin Wallgren", "Anders Nyqvist", "Solveig Lie", "Mats Burman", "Eva Moen", "Grete Haugen",
            "Lena Hörnfeldt",
        ]
        return names[address.utf8.reduce(0) { $0 + Int($1) } % names.count]
    }

    static func email(_ number: Int) -> String { "candidate-\(number + 1)@people.example" }

    /// The same ids at every filling, so that one that was interrupted goes on where it stopped, and links lead there.
    static func candidacy(_ number: Int) -> CandidacyID? { CandidacyID(fixed(0xC, number)) }
    static func demand(_ number: Int) -> DemandID? { DemandID(fixed(0xD, number)) }
    static func trainee(_ number: Int) -> TraineeID { TraineeID(fixed(0xE, number)) ?? .new() }
    /// A trainee has at most ten.
    static func placement(_ trainee: Int, _ number: Int) -> PlacementID {
        PlacementID(fixed(0xF, 10 * trainee + number)) ?? .new()
    }
    static func gathering(_ number: Int) -> GatheringID { GatheringID(fixed(0xA, number)) ?? .new() }

    private static func fixed(_ kind: Int, _ number: Int) -> String {
        let digits = String(number + 1)
        return
            "01980000-0000-7000-8\(String(kind, radix: 16))00-\(String(repeating: "0", count: 12 - digits.count))\(digits)"
    }
}

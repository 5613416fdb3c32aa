import HTTPTypes
import KohortTesting
import Testing

@Suite struct `KS's pilot of 2006` {
    private static let members = """
        \n  - {slug: drammen, name: Drammen kommune, kind: municipality, country: "NO"}
          - {slug: bergen, name: Bergen kommune, kind: municipality, country: "NO"}

        memberships:
          - {slug: drammen, organisations: [drammen], from: 2007-01-01}
          - {slug: bergen, organisations: [bergen], from: 2007-01-01}

        """
    private static let cohort = """
        \ncohorts:
          - slug: pilot
            programme: ks-2006
            state: planned
            period: {from: 2007-09-01, to: 2009-03-01}
            participations: [drammen, bergen]

        """

    @Test func `a pilot's trainee works in two municipalities and at KS, in that order (KS06-4)`() async throws {
        let scheme = try await Scheme.begin("ks-2006", "ks", cohort: "pilot", at: "2007-08-01T08:00:00Z") { yaml in
            yaml.replacing("\nprogrammes:\n", with: Self.members + "\nprogrammes:\n")
                .replacing("\nmatters:\n", with: Self.cohort + "\nmatters:\n")
        }
        let trainee = try await scheme.enter("Nora Nilsen", at: "drammen")
        func plan(_ hosts: String...) async throws -> String {
            let days = ["2007-09-01", "2008-03-01", "2008-09-01", "2009-03-01"]
            let lines = zip(hosts, zip(days, days.dropFirst())).enumerated().map { index, part in
                line("\(index + 1)", part.0, part.1.0, part.1.1)
            }
            return try await scheme.plan(lines, for: trainee)
        }
        #expect(try await plan("drammen", "bergen", "bergen") == "placements[2].host placement.host.named")
        #expect(try await plan("drammen", "drammen", "ks") == "placements[1].host placement.host.another_member")
        #expect(try await plan("drammen", "bergen") == "placements placement.count")
        #expect(try await plan("drammen", "bergen", "ks") == "")
        #expect(try await scheme.placements(of: trainee).count == 3)
    }

    @Test(arguments: [
        ("nb", ["Kommunene får kompetansen de trenger.", "Ledere som går av, gir kunnskapen videre"]),
        ("sv", ["Kommunerna får den kompetens de behöver.", "Chefer som slutar för kunskapen vidare"]),
        ("en", ["Municipalities get the competence they need.", "Leaders who retire hand their knowledge on"]),
    ])
    func `the four aims of the pilot stand on its public page (KS06-6)`(language: String, words: [String]) async throws
    {
        let scheme = try await Scheme.begin("ks-2006", "ks", cohort: "none", at: "2006-08-28T08:00:00Z")
        let front = try await Browser(installation: scheme.installation, tenant: "ks", language: language).open("/")
            .text
        for aim in words + Self.later[language, default: ["none"]] { #expect(front.contains(aim), "\(aim)") }
    }

    private static let later = [
        "nb": [
            "Flere unge med høyere utdanning søker seg til kommunene.", "Kommunene blir bedre kjent som arbeidsplass.",
        ],
        "sv": [
            "Fler unga med högre utbildning söker sig till kommunerna.",
            "Kommunerna blir bättre kända som arbetsplats.",
        ],
        "en": [
            "More young graduates look for work in municipalities.",
            "Municipalities become better known as places to work.",
        ],
    ]
}

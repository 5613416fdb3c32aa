import KohortTesting
import Testing

/// One of the 400, and what there is of them once they have applied.
struct Applicant: Sendable {
    let number: Int
    /// Which of `Place.all` they wish for, the most wanted first.
    let wishes: [Int]
    var browser: Browser
    /// The id of their candidacy.
    var candidacy = ""
    /// Where it shows how it stands, as written in the receipt's letter.
    var link = ""

    init(_ number: Int, _ installation: Installation) {
        self.number = number
        wishes = Self.wishes(of: number)
        browser = Browser(
            installation: installation, tenant: "norra-norrland", language: ["sv", "nb", "en"][number % 3])
    }

    var email: String { "person-\(number)@people.example" }
    var name: String { "Åsa Ødegård \(number)" }
    var cv: String { "%PDF-1.4\n% the CV of person \(number)\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n" }
    var receiptTitle: String {
        ["sv": "Vi har fått din ansökan", "nb": "Vi har fått søknaden din"][browser.language]
            ?? "We have your application"
    }
    /// The last day on which the candidacy is kept, 730 days after the deadline (BR-11).
    var keptUntil: String {
        ["sv": "13 februari 2029", "nb": "13. februar 2029"][browser.language] ?? "13 February 2029"
    }
    var own: String { "/candidacies/\(candidacy)" }

    /// By the link of the receipt, and the one that is mailed then.
    func signedIn() async throws -> Browser { try await browser.signedIn(from: link, mailedTo: email) }

    /// Everything filled in, for the places with these ids.
    func form(_ demands: [String], intent: String = "submit") -> MultipartForm {
        let channels = ["arbetsformedlingen", "traineeguiden", "traineeguiden", "local-media", ""]
        let fields = [
            ("name", name), ("email", email), ("phone", "+46 70 000 00 00"), ("place", "Luleå"),
            ("education_level", "master"), ("education_field", "Bygg"), ("school", "Umeå universitet"),
            ("motivation", "Jag vill bygga."), ("channel", channels[number % 5]), ("intent", intent),
        ]
        return MultipartForm(
            fields: fields + wishes.compactMap { demands.indices.contains($0) ? ("wishes", demands[$0]) : nil }, cv: cv)
    }

    /// The first 45 wish for one of Örnsköldsvik's two places, and each third of them for another as well; of the
    /// others every second one wishes for two.
    private static func wishes(of number: Int) -> [Int] {
        let elsewhere = 2 + number % 7
        if number < 45 { return number % 3 == 0 ? [number % 2, elsewhere] : [number % 2] }
        return number % 2 == 0 ? [elsewhere, 2 + (number + 3) % 7] : [elsewhere]
    }
}

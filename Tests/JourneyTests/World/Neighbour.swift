import HTTPTypes
import KohortTesting
import Testing

/// A consortium beside Norra Norrland in the same installation, with the same rules but one: a candidate may keep
/// several offers (BR-7).
struct Neighbour: Sendable {
    static let tenant = "mellersta-norrland"
    static let places = [Place.all[1], Place.all[2]]
    let installation: Installation
    let website: OtherSystem
    /// The ids of `places`.
    private(set) var demands: [String] = []

    /// Its call is out as soon as its two employers have stated a place each.
    static func publishing(in installation: Installation) async throws -> Neighbour {
        try await installation.apply(try Definition.neighbour())
        var neighbour = Neighbour(installation: installation, website: try await installation.website(of: tenant))
        let lead = try await neighbour.lead()
        for place in places {
            let path = "/employer/\(place.employer)/demands?round=first-call"
            let stated = try await neighbour.coordinator(place.employer).press(path, place.fields(asking: 1))
            #expect(stated.status == .seeOther)
        }
        let stated = try await neighbour.website.demands()
        neighbour.demands = places.compactMap { place in stated.first { $0.title == place.title }?.id }
        for demand in neighbour.demands {
            let approval = RoundStory.round + "/demands/\(demand)/approval"
            #expect(try await lead.press(approval, [("positions", "1")]).status == .seeOther)
        }
        #expect(try await lead.press(RoundStory.round + "/call", [("channels", "press")]).status == .seeOther)
        return neighbour
    }

    func lead() async throws -> Browser { try await installation.signIn("lead", at: nil, of: Self.tenant) }

    func coordinator(_ employer: String) async throws -> Browser {
        try await installation.signIn("coordinator", at: employer, of: Self.tenant)
    }

    /// One of Norra Norrland's applicants who comes here too, by the same address.
    func visited(by applicant: Applicant) -> Applicant {
        var visitor = applicant
        visitor.browser = Browser(
            installation: installation, tenant: Self.tenant, language: applicant.browser.language)
        return visitor
    }

    func form(of visitor: Applicant) -> MultipartForm {
        var form = visitor.form([])
        form.fields.removeAll { $0.name == "channel" }
        form.fields += demands.map { ("wishes", $0) }
        return form
    }
}

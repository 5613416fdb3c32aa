import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Tenancy

/// A municipality says that it wants to take part (KS06-3). There is such a page while a programme takes interest.
enum InterestDesk {
    static func form(_ request: Request, _ visit: Visit) async throws -> InterestPage {
        InterestPage(visit, try await programmes(visit), Form(), [])
    }

    static func register(_ request: Request, _ visit: Visit) async throws -> Response {
        let programmes = try await programmes(visit)
        let form = try await request.form(visit.context)
        do {
            let programme = try chosen(form, among: programmes)
            _ = try await visit.perform(RegisterInterest(form, programme, visit))
        } catch Rejection.invalid(let problems) {
            return try visit.page(InterestPage(visit, programmes, form, problems), status: .unprocessableContent)
        }
        return visit.redirect("/interest/receipt")
    }

    static func receipt(_ request: Request, _ visit: Visit) async throws -> InterestReceiptPage {
        InterestReceiptPage(chrome: visit.chrome(visit.text("interest.receipt.title")))
    }

    private static func programmes(_ visit: Visit) async throws -> [ProgrammeDefinition] {
        let programmes = try await visit.fetch(ConsortiumFront()).programmes.filter { $0.takesInterest }
        if programmes.isEmpty { throw Rejection.notFound }
        return programmes
    }

    private static func chosen(_ form: Form, among programmes: [ProgrammeDefinition]) throws(Rejection) -> Slug {
        if programmes.count == 1 { return programmes[0].slug }
        guard let programme = programmes.first(where: { $0.slug.text == form.text("programme") }) else {
            throw .invalid("programme", form.text("programme").isEmpty ? "choice.required" : "choice.unknown")
        }
        return programme.slug
    }
}

extension RegisterInterest {
    fileprivate init(_ form: Form, _ programme: Slug, _ visit: Visit) {
        self.init(
            id: visit.newID(), programme: programme, municipality: form.text("municipality"),
            contactName: form.text("contact_name"), contactEmail: form.text("contact_email"),
            contactPhone: form.text("contact_phone"), message: form.text("message"), language: visit.language)
    }
}

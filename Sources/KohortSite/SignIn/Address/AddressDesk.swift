import Hummingbird
import KohortCore
import KohortWeb
import Tenancy

/// Changing one's own address: asked for here, confirmed by a link that comes to the new one.
enum AddressDesk {
    static let path = "/me/address"

    static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        if let again = visit.askingAgain(request) { return again }
        guard case .person = visit.actor else { throw Rejection.forbidden }
        return try form(visit, SecretRefusal())
    }

    static func ask(_ request: Request, _ visit: Visit) async throws -> Response {
        let typed = try await request.form(visit.context)
        var kept = Form()
        kept.add(typed.text("email"), to: "email")
        do {
            try visit.requireFresh()
            guard let email = EmailAddress(typed.text("email")) else {
                throw Rejection.invalid("email", typed.text("email").isEmpty ? "text.required" : "email.invalid")
            }
            _ = try await visit.perform(AskForNewAddress(email: email))
            return visit.redirect("/me/sign-ins?done=address.asked")
        } catch Rejection.invalid(let problems) {
            return try form(visit, SecretRefusal(status: .unprocessableContent, kept: kept, problems: problems))
        }
    }

    /// Asks for a press: programs that open the links of a mail spend none.
    static func open(_ request: Request, _ visit: Visit) async throws -> Response {
        guard case .person = visit.actor else { throw Rejection.forbidden }
        let secret = try visit.context.parameter("secret")
        return try visit.page(SecretForm(visit, "address.confirm", "\(path)/\(secret)", SecretRefusal(), []))
    }

    static func confirm(_ request: Request, _ visit: Visit) async throws -> Response {
        let secret = Secret(try visit.context.parameter("secret"))
        _ = try await visit.perform(ConfirmNewAddress(linkHash: secret.hash))
        return visit.redirect("/me/sign-ins?done=address.changed")
    }

    private static func form(_ visit: Visit, _ refusal: SecretRefusal) throws -> Response {
        try visit.page(SecretForm(visit, "address.change", path, refusal, [.newEmail]), refusal)
    }
}

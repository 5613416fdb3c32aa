import Delivery
import KohortCore
import KohortStore
import Tenancy

/// Gives made-up people their roles, with addresses that nobody has (RFC 2606).
struct DemoHiring: Sendable {
    private let open: TenantStore
    private let at: Instant

    init(_ open: TenantStore, at: Instant) { (self.open, self.at) = (open, at) }

    /// Lets somebody in; the link has run out already.
    func invite(_ name: String, at place: String, _ role: Role, on scope: GrantScope) async throws -> Actor {
        let command = InvitePerson(
            email: try Self.address("\(role.rawValue)@\(place).example"), name: name, language: .nb,
            role: .init(role, on: scope), linkHash: Secret().hash)
        return .person(try await open.store.perform(command, by: .operator, at: at))
    }

    static func contact(_ name: String) throws -> Contact {
        Contact(name: name, email: try address(local(name) + "@people.example"), language: .nb)
    }

    /// The first and the last of a name, in letters that addresses have.
    private static func local(_ name: String) -> String {
        let words = name.lowercased().split(separator: " ")
        return [words.first, words.last].compactMap { $0 }.joined(separator: ".")
            .replacing("ø", with: "o").replacing("å", with: "a").replacing("æ", with: "ae")
    }

    static func address(_ text: String) throws -> EmailAddress {
        guard let address = EmailAddress(text) else { throw OperatorProblem("demo", ["\(text) is no address."]) }
        return address
    }
}

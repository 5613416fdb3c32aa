import Billing
import Delivery
import Foundation
import KohortApp
import KohortCore
import KohortOutbound
import KohortStore
import Recruitment
import Tenancy

extension Site {
    /// Writes the letters of all tenants. `from` is who mail comes from where a consortium has no sender of its own, and
    /// where failed deliveries are reported.
    package func correspondence(from: EmailAddress) -> Correspondence {
        Correspondence { message, open in
            let desk = LetterDesk(site: self, open: open, now: kohort.clock.now)
            return try await desk.letter(message)?.mail(message.id, from: from, at: kohort.clock.now, site: self)
        }
    }
}

/// A message of a kind that this program has no words for.
struct UnknownLetter: Error, Hashable {
    let kind: String
}

/// Finds out what a message says now, for whom. Nil when there is nothing left to say.
struct LetterDesk: Sendable {
    let site: Site
    let open: TenantStore
    let now: Instant

    func letter(_ message: LeaseMessages.Leased) async throws -> LetterPage? {
        do {
            switch message.kind {
            case ReceiptLetter.kind: return try await receipt(try read(message))
            case RepeatLetter.kind: return try await repetition(try read(message))
            case OfferLetter.kind: return try await offer(try read(message))
            case SignInLetter.kind: return try await signIn(try read(message))
            case InvitationLetter.kind: return try await invitation(try read(message))
            case InvoiceLetter.kind: return try await invoice(try read(message))
            case NamingLetter.kind: return try await naming(try read(message))
            case PasswordLetter.kind: return try await password(try read(message))
            case NewAddressLetter.kind: return try await newAddress(try read(message))
            case AddressChangedLetter.kind: return try await changedAddress(try read(message))
            default: throw UnknownLetter(kind: message.kind)
            }
        } catch Rejection.notFound {
            // Whoever it was for has been erased since.
            return nil
        }
    }

    func fetch<Q: KohortStore.Query>(_ query: Q) async throws -> Q.Answer {
        try await open.store.fetch(query, by: .system, at: now)
    }

    func perform<C: Command>(_ command: C) async throws -> C.Outcome {
        try await open.store.perform(command, by: .system, at: now)
    }

    private func read<L: Letter>(_ message: LeaseMessages.Leased) throws -> L {
        try JSONDecoder().decode(L.self, from: Data(message.payload.utf8))
    }
}

import KohortCore
import Synchronization

@testable import Delivery

/// One person for each address, as a tenant has it.
final class People: Sendable {
    private let byAddress = Mutex<[EmailAddress: (id: PersonID, contact: Contact)]>([:])

    func person(_ contact: Contact) -> PersonID {
        byAddress.withLock { people in
            let person = people[contact.email] ?? (.new(), contact)
            people[contact.email] = person
            return person.id
        }
    }

    func contacts(of ids: Set<PersonID>) -> [PersonID: Contact] {
        byAddress.withLock { people in
            Dictionary(uniqueKeysWithValues: people.values.filter { ids.contains($0.id) }.map { ($0.id, $0.contact) })
        }
    }
}

/// Whom recruitment brings.
final class Newcomers: Sendable {
    private let bySource = Mutex<[Enrolment.Source: Newcomer]>([:])

    func add(_ newcomer: Newcomer, by source: Enrolment.Source) { bySource.withLock { $0[source] = newcomer } }

    func find(_ source: Enrolment.Source) throws -> Newcomer {
        guard let newcomer = bySource.withLock({ $0[source] }) else { throw Rejection.notFound }
        return newcomer
    }
}

/// The organisations that have a coordinator.
final class Coordinated: Sendable {
    private let byOrganisation: Mutex<[OrganisationID: PersonID]>

    init(_ organisations: Set<OrganisationID>) {
        byOrganisation = Mutex(Dictionary(uniqueKeysWithValues: organisations.map { ($0, PersonID.new()) }))
    }

    func coordinators(of organisation: OrganisationID) -> [PersonID] {
        byOrganisation.withLock { [$0[organisation]].compactMap(\.self) }
    }

    func name(at organisation: OrganisationID) { byOrganisation.withLock { $0[organisation] = .new() } }
    func dismiss(at organisation: OrganisationID) { byOrganisation.withLock { $0[organisation] = nil } }
}

import KohortCore
import KohortStore

extension ApplyDefinition {
    func put(
        _ organisation: OrganisationDefinition, _ profile: ConsortiumProfile, in write: borrowing Write
    ) throws {
        let language = profile.ownLanguage
        let now = write.now
        let put = try Organisation.put(organisation.slug, in: write) {
            Organisation(id: $0?.id ?? .new(at: now), organisation, language)
        }
        guard let row = put?.new else { return }
        try OrganisationUnit.replace(organisation.units, of: row.id, language, in: write)
        try write.record(OrganisationDefined(organisation: row.id, slug: row.slug, kind: row.kind))
    }

    func put(_ membership: MembershipDefinition, in write: borrowing Write) throws {
        let now = write.now
        let put = try Membership.put(membership.slug, in: write) {
            Membership(id: $0?.id ?? .new(at: now), membership)
        }
        guard let row = put?.new else { return }
        let holders = try membership.organisations.map { try find(Organisation.self, $0, in: write).id }
        try row.replaceHolders(holders, in: write)
        try write.record(
            MembershipDefined(membership: row.id, organisations: holders, from: row.from, to: row.to))
    }

    func put(_ body: BodyDefinition, in write: borrowing Write) throws {
        let now = write.now
        guard let row = try Body.put(body.slug, in: write, { Body(id: $0?.id ?? .new(at: now), body) })?.new else {
            return
        }
        try write.record(BodyDefined(body: row.id, slug: row.slug))
    }
}

import KohortCore
import KohortStore

/// The public front page: who the consortium is, its published programmes, its members and its next dates.
package struct ConsortiumFront: Query {
    package static let permission = Permission.readFront
    package let scope = Scope.consortium

    package init() {}

    package struct Answer: Sendable {
        package let profile: ConsortiumProfile
        package let programmes: [ProgrammeDefinition]
        package let members: [DirectoryEntry]
        /// From today on in the consortium's zone, the nearest first.
        package let occasions: [Occasion]
    }

    package func fetch(in read: borrowing Read) throws -> Answer {
        let profile = try read.first("select profile from consortium") { try $0[0] as KeptJSON<ConsortiumProfile> }
        guard let profile = profile?.value else { throw Rejection.notFound }
        let today = profile.timeZone.date(at: read.now)
        let programmes = try read.all(Programme.self, "where published = 1 and state <> 'closed' order by slug")
        return Answer(
            profile: profile, programmes: programmes.map(\.definition),
            members: try DirectoryEntry.members(on: today, in: read),
            occasions: try Calendar(from: today).fetch(in: read))
    }
}

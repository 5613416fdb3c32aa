import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Tenancy

/// What everybody may know of the consortium, in the reader's language: programmes, members, dates.
enum ConsortiumAPI {
    static let endpoints = [
        Endpoint(
            .get, "/programmes", .query(ConsortiumFront.name),
            Operation(
                "listProgrammes", "The programmes that are published and not over",
                .ok(.object(["programmes": .list(programme)])), isPublic: true)
        ) { request, visit in
            try await visit.keptJSON(for: request) {
                let programmes = try await visit.fetch(ConsortiumFront()).programmes
                return { $0.object { $0.member("programmes", list: programmes) { $0.programme($1, visit.language) } } }
            }
        },
        Endpoint(
            .get, "/members", .query(EmployerDirectory.name),
            Operation(
                "listMembers", "The members of the consortium today", .ok(.object(["members": .list(member)])),
                isPublic: true)
        ) { request, visit in
            try await visit.keptJSON(for: request) {
                let members = try await visit.fetch(EmployerDirectory())
                return { $0.object { $0.member("members", list: members) { $0.member($1, visit.language) } } }
            }
        },
        Endpoint(
            .get, "/calendar", .query(Calendar.name),
            Operation(
                "listOccasions", "The dates that are not over, the nearest first",
                .ok(.object(["occasions": .list(occasion)])), isPublic: true)
        ) { request, visit in
            try await visit.keptJSON(for: request) {
                let today = visit.consortium.profile.timeZone.date(at: visit.arrival)
                let occasions = try await visit.fetch(Calendar(from: today))
                return { $0.object { $0.member("occasions", list: occasions) { $0.occasion($1, visit.language) } } }
            }
        },
    ]

    private static let programme = Shape.object([
        "slug": .slug, "name": .text, "summary": .nullable(.text), "state": .choice(ProgrammeState.self),
        "takes_interest": .boolean,
        "planned_start": .nullable(.object(["season": .choice(Season.self), "year": .integer])),
    ])

    private static let member = Shape.object([
        "id": .id, "slug": .slug, "name": .text, "kind": .choice(OrganisationKind.self), "member_since": .date,
    ])

    private static let occasion = Shape.object([
        "id": .id, "kind": .choice(OccasionKind.self), "title": .text, "first_day": .date, "last_day": .date,
        "tentative": .boolean, "place": .nullable(.text), "programme": .nullable(.slug),
    ])
}

extension JSONWriter {
    fileprivate mutating func programme(_ programme: ProgrammeDefinition, _ language: Language) {
        object { json in
            json.member("slug", programme.slug)
            json.member("name", programme.name.text(in: language))
            json.member("summary", programme.summary?.text(in: language))
            json.member("state", programme.state.rawValue)
            json.member("takes_interest", programme.takesInterest)
            json.member("planned_start") { json in
                guard let start = programme.plannedStart else { return json.null() }
                json.object { json in
                    json.member("season", start.season.rawValue)
                    json.member("year", start.year)
                }
            }
        }
    }

    fileprivate mutating func member(_ entry: DirectoryEntry, _ language: Language) {
        object { json in
            json.member("id", entry.id)
            json.member("slug", entry.definition.slug)
            json.member("name", entry.definition.name.text(in: language))
            json.member("kind", entry.definition.kind.rawValue)
            json.member("member_since", entry.memberSince)
        }
    }

    fileprivate mutating func occasion(_ occasion: Occasion, _ language: Language) {
        let definition = occasion.definition
        object { json in
            json.member("id", occasion.id)
            json.member("kind", definition.kind.rawValue)
            json.member("title", definition.title.text(in: language))
            json.member("first_day", occasion.firstDay)
            json.member("last_day", occasion.lastDay)
            json.member("tentative", definition.tentative)
            json.member("place", definition.place?.text(in: language))
            json.member("programme", definition.programme)
        }
    }
}

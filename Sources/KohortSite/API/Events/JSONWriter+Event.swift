import KohortCore
import KohortStore
import KohortWeb
import Recruitment

extension JSONWriter {
    mutating func event(_ entry: JournalEntry, by organisation: OrganisationName?) {
        object { json in
            json.member("number", entry.number)
            json.member("at", entry.at)
            json.member("name", entry.name)
            json.member("actor", entry.actorKind)
            json.member("because", entry.because)
            json.member("subject") { json in
                json.object { json in
                    json.member("kind", entry.subjectKind)
                    json.member("id", entry.subjectID)
                }
            }
            json.member("organisation") { json in
                guard let id = entry.organisation, let organisation else { return json.null() }
                json.organisation(id, organisation)
            }
            json.member("data", rawJSON: entry.payload)
        }
    }
}

import KohortCore
import KohortStore
import Recruitment
import Tenancy

extension Ports {
    /// What modules ask of each other, and who answers.
    static var kohort: Ports {
        var ports = Ports()
        ports.answer(
            ApplicantDirectory { email, name, language, write in
                try Person.enrol(email, name: name, language: language, in: write)
            })
        ports.answer(
            MemberDirectory(
                names: { read in
                    try MemberLookup.names(in: read).mapValues { OrganisationName(slug: $0.slug, name: $0.name) }
                },
                isMember: { organisation, date, read in
                    try MemberLookup.isMember(organisation, on: date, in: read)
                }))
        return ports
    }
}

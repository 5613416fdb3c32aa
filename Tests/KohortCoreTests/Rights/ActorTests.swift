import KohortCore
import Testing

struct ActorTests {
    @Test func `an actor's kind and id are those of the journal`() {
        let (person, candidacy, token) = (PersonID.new(), CandidacyID.new(), TokenID.new())
        let actors: [(Actor, String, String?)] = [
            (.anonymous, "anonymous", nil), (.person(person), "person", person.description),
            (.applicant(candidacy), "applicant", candidacy.description), (.token(token), "token", token.description),
            (.operator, "operator", nil), (.system, "system", nil),
        ]
        for (actor, kind, id) in actors {
            #expect(actor.kind == kind)
            #expect(actor.id == id)
        }
    }
}

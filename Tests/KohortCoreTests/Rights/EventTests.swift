import KohortCore
import Testing

struct EventTests {
    @Test func `a subject is a kind and the text of an id`() throws {
        let id = OfferID.new()
        let subject = Subject("offer", id)
        #expect(subject.id == id.description)
        #expect(try stored(subject) == #"{"id":"\#(id)","kind":"offer"}"#)
    }
}

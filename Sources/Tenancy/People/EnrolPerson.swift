import KohortCore
import KohortStore

extension Person {
    /// The person with this address, made when there is none yet. Who is known keeps the name they have.
    package static func enrol(
        _ email: EmailAddress, name: String, language: Language, in write: borrowing Write
    ) throws -> PersonID {
        if let known = try write.first(Person.self, "where email_key = \(email.key)") { return known.id }
        let person = Person(
            id: .new(at: write.now), email: email, name: name, language: language, createdAt: write.now)
        try write.insert(person)
        return person.id
    }
}

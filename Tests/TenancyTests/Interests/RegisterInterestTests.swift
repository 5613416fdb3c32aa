import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Tenancy

struct RegisterInterestTests {
    private func world(_ more: String = "published: true\n    takes_interest: true") async throws -> AppliedWorld {
        let world = try await AppliedWorld.make()
        try await world.apply(SmallDefinition.changed("version: \"1\"", "version: \"1\"\n    \(more)"))
        return world
    }

    private func interest(
        municipality: String = "Nes kommune", name: String = "Kari", email: String = "kari@nes.example",
        phone: String = "", message: String = "", programme: String = "trainee"
    ) throws -> RegisterInterest {
        RegisterInterest(
            id: .new(), programme: try Slug(programme), municipality: municipality, contactName: name,
            contactEmail: email, contactPhone: phone, message: message, language: .nb)
    }

    @Test func `a municipality registers without an account, before there is any member`() async throws {
        let world = try await world()
        _ = try await world.store.perform(interest(message: "To plasser\nfra 2007"), by: .anonymous)
        let list = try await world.store.fetch(InterestList())
        #expect(list.map(\.municipality) == ["Nes kommune"])
        #expect(list.map(\.message) == ["To plasser\nfra 2007"])
        #expect(list.map(\.contactEmail.text) == ["kari@nes.example"])
    }

    @Test func `the journal says that, but not who`() async throws {
        let world = try await world()
        _ = try await world.store.perform(
            interest(municipality: "Kanari", name: "Kanari", email: "kanari@x.example", message: "kanari"),
            by: .anonymous)
        let entry = try #require(try await world.entries().last)
        #expect(entry.name == "tenancy.interest.registered")
        #expect(!entry.payload.lowercased().contains("kanari"))
    }

    @Test func `the same form twice registers once, further input registers more`() async throws {
        let world = try await world()
        for _ in 1...2 { _ = try await world.store.perform(interest(), by: .anonymous) }
        _ = try await world.store.perform(interest(message: "Ett spørsmål til"), by: .anonymous)
        #expect(try await world.store.fetch(InterestList()).count == 2)
    }

    @Test func `the list can be held to one programme`() async throws {
        let world = try await world()
        _ = try await world.store.perform(interest(), by: .anonymous)
        let programme = try #require(try await world.store.fetch(ProgrammeList()).first)
        #expect(try await world.store.fetch(InterestList(programme: programme.id)).count == 1)
        #expect(try await world.store.fetch(InterestList(programme: .new())).isEmpty)
    }

    @Test func `everything wrong with the form is said at once and nothing is kept`() async throws {
        let world = try await world()
        let wrong = try interest(
            municipality: " ", name: "a\r\nBcc: x", email: "kari@nes", phone: String(repeating: "1", count: 41),
            message: String(repeating: "x", count: 2001))
        let error = await #expect(throws: Rejection.self) { _ = try await world.store.perform(wrong, by: .anonymous) }
        guard case .invalid(let problems)? = error else { return #expect(Bool(false), "\(String(describing: error))") }
        #expect(
            problems.map { "\($0.field) \($0.code)" } == [
                "municipality text.required", "contact_name text.control", "contact_phone text.too_long",
                "message text.too_long", "contact_email email.invalid",
            ])
        #expect(try await world.store.fetch(InterestList()).isEmpty)
    }

    @Test func `a phone number that can be called is taken, and no other`() async throws {
        let world = try await world()
        let short = try interest(phone: "12")
        let problem = FieldProblem("contact_phone", "phone.length", ["from": "5", "to": "15"])
        await #expect(throws: Rejection.invalid([problem])) {
            _ = try await world.store.perform(short, by: .anonymous)
        }
        _ = try await world.store.perform(interest(phone: "22 33 44 55"), by: .anonymous)
        #expect(try await world.store.fetch(InterestList()).map(\.contactPhone) == ["22 33 44 55"])
    }

    @Test(arguments: ["published: true", "published: true\n    takes_interest: false"])
    func `a programme that takes no interest refuses it`(more: String) async throws {
        let world = try await world(more)
        await #expect(throws: Rejection.conflict("interest.not_taken")) {
            _ = try await world.store.perform(interest(), by: .anonymous)
        }
    }

    @Test func `a programme that is not published, or does not exist, is not found`() async throws {
        let world = try await world("takes_interest: true")
        await #expect(throws: Rejection.notFound) { _ = try await world.store.perform(interest(), by: .anonymous) }
        await #expect(throws: Rejection.notFound) {
            _ = try await world.store.perform(interest(programme: "other"), by: .anonymous)
        }
    }

    @Test func `a programme that is closed refuses it`() async throws {
        let world = try await world()
        try await world.apply(
            SmallDefinition.changed("version: \"1\"", "version: \"1\"\n    published: true\n    takes_interest: true")
                .replacing("state: active", with: "state: closed"))
        await #expect(throws: Rejection.conflict("interest.not_taken")) {
            _ = try await world.store.perform(interest(), by: .anonymous)
        }
    }
}

import HTTPTypes
import KohortApp
import KohortCore
import KohortOutbound
import KohortStore
import KohortTesting
import Testing

@testable import KohortSite

/// Whether an address has applied is told to its owner alone.
@Suite struct `Somebody who applies with an address that has applied` {
    /// A page as it would be for any applicant: ids, keys, numbers, addresses and request ids taken out.
    private func shape(_ answer: TestResponse) -> String {
        "\(answer.status.code) "
            + answer.text.replacing(/[0-9a-f]{8}-[0-9a-f-]{27}(\/[\w-]{43})?/, with: "ID")
            .replacing(/<strong>\d+<\/strong>|Number \d+/, with: "NUMBER")
            .replacing(/[a-z]+@people\.example/, with: "ADDRESS")
    }

    /// All that a sender comes to see, from the answer to the withdrawal.
    private func walk(_ journey: Journey, _ form: JourneyForm) async throws -> [String] {
        let answer = try await journey.post(form)
        let applied = try Applied(answer)
        let link = try await journey.privateLink(applied.candidacy)
        var seen = [shape(answer), shape(try await journey.get(link))]
        for page in ["/receipt", "", "/application", "/withdrawal"] {
            seen.append(shape(try await journey.get("\(applied.own)\(page)", cookie: applied.cookie)))
        }
        var change = form
        (change.cv, change.fields["place"]) = (nil, "Boden")
        seen.append(shape(try await journey.post(change, to: "\(applied.own)/application", cookie: applied.cookie)))
        seen.append(shape(try await journey.get(applied.own, cookie: applied.cookie)))
        seen.append(shape(try await journey.press("\(applied.own)/withdrawal", cookie: applied.cookie)))
        return seen + [shape(try await journey.get(applied.own, cookie: applied.cookie))]
    }

    @Test(arguments: ["submit", "draft"]) func `is answered as who applies first, on every page`(
        intent: String
    ) async throws {
        let journey = try await Journey()
        _ = try await journey.applied()
        var form = journey.application
        (form.fields["intent"], form.fields["name"]) = (intent, "Elsa Lund")
        let walk = intent == "submit" ? self.walk : self.drafted
        let repeated = try await walk(journey, form)
        form.fields["email"] = "new@people.example"
        let first = try await walk(journey, form)
        #expect(repeated == first)
        #expect(repeated.count > 2 && repeated.contains { $0.contains("Elsa Lund") })
        #expect(!repeated.contains { $0.contains("Alva Berg") })
    }

    private func drafted(_ journey: Journey, _ form: JourneyForm) async throws -> [String] {
        let answer = try await journey.post(form)
        let own = answer.location.replacing("/norra-norrland", with: "")
        var seen = [shape(answer)]
        for page in ["", "/application"] {
            seen.append(shape(try await journey.get("\(own)\(page)", cookie: answer.signIn)))
        }
        return seen
    }

    @Test func `changes nothing of the first application, whose owner gets a mail with the way to it`() async throws {
        let journey = try await Journey()
        let first = try await journey.applied()
        let before = try await journey.get(first.own, cookie: first.cookie).text.replacing(/[0-9a-f-]{36}/, with: "ID")
        var form = journey.application
        (form.fields["name"], form.fields["place"]) = ("Elsa Lund", "Boden")
        _ = try await journey.applied(form)
        let after = try await journey.get(first.own, cookie: first.cookie).text.replacing(/[0-9a-f-]{36}/, with: "ID")
        #expect(after == before)
        let mails = try await mails(journey).sorted { $0.subject < $1.subject }
        #expect(
            mails.map(\.subject) == [
                "Somebody applied again with your address", "We have your application, number 1",
            ])
        #expect(mails.map(\.to.address.text) == ["alva@people.example", "alva@people.example"])
        let told = mails[0].text
        let link = try await journey.privateLink(first.candidacy)
        for text in ["Dear Alva Berg", "Your first application, number 1, is the one that counts.", link] {
            #expect(told.contains(text))
        }
        #expect(!told.contains("Elsa") && !told.contains("Boden"))
    }

    private func mails(_ journey: Journey) async throws -> [Mail] {
        let world = journey.world
        guard let from = EmailAddress("post@kohort.example") else { return [] }
        return try await world.use { open in
            let lease = LeaseMessages(limit: 20, leaseSeconds: 60)
            var mails: [Mail] = []
            for message in try await open.store.perform(lease, by: .system, at: world.now) {
                if let mail = try await world.site.correspondence(from: from).compose(message, open) {
                    mails.append(mail)
                }
            }
            return mails
        }
    }

    @Test(arguments: ["nb", "sv", "en"]) func `is told in words of their own`(language: String) async throws {
        let journey = try await Journey()
        let applied = try await journey.applied()
        let receipt = try await journey.world.send(
            .get, "\(applied.own)/receipt", as: .nobody, language: language, cookie: applied.cookie)
        let words = [
            "nb": "er det den første søknaden som teller", "sv": "är det den första ansökan som räknas",
            "en": "the first application counts",
        ]
        #expect(receipt.text.contains(words[language] ?? "?"))
    }
}

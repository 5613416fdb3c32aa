import Delivery
import HTTPTypes
import KohortCore
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `A gathering of a trainee` {
    @Test func `is prepared by the employer before, and reflected on by the trainee after`() async throws {
        let world = try await TraineeWorld.make()
        let gathering = GatheringID.new(at: world.site.now)
        _ = try await world.site.perform(
            PlanGathering(
                gathering: gathering, cohort: world.cohort.id, kind: .gathering,
                terms: GatheringTerms(
                    title: "First days", place: "Lillestrøm", firstDay: .day("2013-09-18"), lastDay: .day("2013-09-19"))
            ))
        let (path, kari) = ("\(world.page)/gatherings/\(gathering)", try await world.kari())
        let words = [("outcome", "New friends"), ("content", "How towns work"), ("participation", "I asked")]
        let early = try await world.site.send(.post, "\(path)/reflection", as: .nobody, words, cookie: kari)
        #expect(early.status == .conflict)
        let prepared = try await world.site.send(
            .post, "\(path)/preparation", as: TraineeWorld.employer, [("note", "Read this")])
        #expect(prepared.status == .seeOther)
        world.site.move(to: "2013-09-20T09:00:00Z")
        let back = try await world.kari()
        let late = try await world.site.send(.post, "\(path)/preparation", as: TraineeWorld.employer, [("note", "")])
        #expect(late.status == .conflict)
        let empty = try await world.site.send(
            .post, "\(path)/reflection", as: .nobody, [("outcome", "New friends")], cookie: back)
        #expect(empty.status == .unprocessableContent && empty.text.contains("New friends"))
        let due = try await world.site.send(.get, "/me", as: .nobody, cookie: back)
        #expect(due.text.contains("Write what you took home from “First days”"))
        #expect(
            try await world.site.send(.post, "\(path)/reflection", as: .nobody, words, cookie: back).status == .seeOther
        )
        let own = try await world.site.send(.get, path, as: .nobody, cookie: back)
        #expect(own.text.contains("New friends"))
        let employer = try await world.site.send(.get, path, as: TraineeWorld.employer)
        #expect(employer.status == .ok && !employer.text.contains("New friends"))
        #expect(try await world.site.send(.get, path, as: TraineeWorld.elsewhere).status == .notFound)
    }
}

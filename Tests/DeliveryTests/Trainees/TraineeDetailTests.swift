import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct TraineeDetailTests {
    private func filled(_ authority: Authority, _ hosts: [HostOrganisation]) async throws -> (DeliveryWorld, TraineeID)
    {
        let world = try await DeliveryWorld.make(
            .sample(
                roles: RoleRules(
                    mentor: MentorRules(independentOf: .line, chosenFrom: .anywhere), supervisorPerPeriod: true)),
            allowing: authority, hosts: hosts)
        let items = world.halves()
        let trainee = try await world.planned(items)
        try await world.supervisor("Sissel", of: items[0].id)
        try await world.supervisor("Terje", of: items[0].id, on: "2011-10-01")
        try await world.mentor("Mona Mentor", of: trainee)
        try await world.mentor("Nils Ny", of: trainee, on: "2011-10-01")
        try await world.perform(MarkAsLine(trainee: trainee, contact: try .sample("Marta Marked")))
        try await world.perform(
            RecordLeave(
                id: .new(), trainee: trainee, startsOn: .day("2011-11-01"), endsBefore: .day("2011-11-11"),
                reason: .illness))
        try await world.perform(ExtendProbation(trainee: trainee, until: .day("2012-04-01"), reason: "Illness"))
        try await world.perform(RecordOutcome(trainee: trainee, kind: .employmentTalk, on: .day("2011-09-14")))
        return (world, trainee)
    }

    @Test func `one page has it all: places, people with those of before, leaves, facts`() async throws {
        let (world, trainee) = try await filled(.everything, HostOrganisation.samples)
        let detail = try await world.fetch(TraineeDetail(trainee: trainee))
        #expect(detail.employer == "City")
        #expect(detail.placements.map(\.host) == ["City", "Middling"])
        #expect(detail.placements.map(\.unit) == ["Roads", nil])
        #expect(detail.placements[0].supervisors.compactMap(\.follower.contact?.name) == ["Terje", "Sissel"])
        #expect(detail.placements.map(\.lacksSupervisor) == [false, true])
        #expect(detail.mentors.compactMap(\.follower.contact?.name) == ["Nils Ny", "Mona Mentor"])
        #expect(detail.line.compactMap(\.contact?.name) == ["Marta Marked"])
        #expect(detail.leaves.map(\.reason) == [.illness])
        #expect(detail.outcomes.map(\.kind) == [.employmentTalk])
        #expect(detail.trainee.probationReason == "Illness")
        #expect(detail.isClosed == false)
    }

    @Test func `the reasons are for the lead and the employer, the rest for all who follow`() async throws {
        let hosts = HostOrganisation.samples
        for (reached, isPrivy) in [(hosts[0].id, true), (hosts[1].id, false)] {
            let (world, trainee) = try await filled(.reaching([reached]), hosts)
            let detail = try await world.fetch(TraineeDetail(trainee: trainee))
            #expect(detail.leaves.map(\.period) == [.days("2011-11-01", "2011-11-11")])
            #expect(detail.leaves.map(\.reason) == [isPrivy ? .illness : nil])
            #expect(detail.trainee.probationReason == (isPrivy ? "Illness" : nil))
            #expect(detail.line.count == (isPrivy ? 1 : 0))
        }
    }

    @Test func `somebody sees what they are named to, and asked to be`() async throws {
        let world = try await DeliveryWorld.make(.romerike)
        let items: [PlacementItem] = [
            .sample(1, at: world.city, "2011-09-01", "2012-03-01"),
            .sample(2, at: world.middling, "2012-03-01", "2012-09-01"),
            .sample(3, at: world.city, "2012-09-01", "2013-03-01"),
        ]
        let trainee = try await world.planned(items)
        try await world.perform(NameToPool(organisation: world.town, contact: try .sample("Mona Mentor")))
        try await world.mentor("Mona Mentor", of: trainee)
        try await world.supervisor("Sissel", of: items[0].id)
        func mine(_ name: String) async throws -> MyTrainees.Answer {
            try await world.fetch(MyTrainees(), by: .person(try world.person(name)))
        }
        #expect(try await mine("Kari Li").asTrainee.map(\.id) == [trainee])
        let mona = try await mine("Mona Mentor")
        #expect(mona.asMentor.map(\.trainee.id) == [trainee])
        #expect(mona.asMentor.map(\.mentorship.state) == [.proposed])
        #expect(try await mine("Sissel").asSupervisor.map(\.placement.id) == [items[0].id])
        #expect(try await mine("Somebody Else") == MyTrainees.Answer(asTrainee: [], asMentor: [], asSupervisor: []))
        await #expect(throws: Rejection.forbidden) { _ = try await world.fetch(MyTrainees(), by: .anonymous) }
        try await world.perform(RemoveTrainee(trainee: trainee))
        #expect(try await mine("Kari Li") == MyTrainees.Answer(asTrainee: [], asMentor: [], asSupervisor: []))
        #expect(try await mine("Mona Mentor").asMentor == [])
    }

    @Test func `who follows one struck out is released`() async throws {
        let (world, trainee) = try await filled(.everything, HostOrganisation.samples)
        try await world.perform(RemoveTrainee(trainee: trainee))
        let release = ReleaseFollowers(trainee: trainee)
        let events = try await world.events { try await world.perform(release) }
        #expect(events == ["delivery.mentor.ended", "delivery.supervisor.ended"])
        #expect(try await world.events { try await world.perform(release) } == [])
        await #expect(throws: Rejection.notFound) { _ = try await world.fetch(TraineeDetail(trainee: trainee)) }
    }
}

import Delivery
import KohortCore
import KohortStore
import KohortWeb

/// A trainee's first page: the months, who follows, and how far everything has come.
struct OverviewParts {
    let room: TraineeVisit

    init(_ room: TraineeVisit) { self.room = room }

    private var visit: Visit { room.visit }
    private var trainee: Trainee { room.detail.trainee }

    func sections() async throws -> [SheetSection] {
        let gatherings = try await visit.fetch(TraineeAttendance(trainee: room.id))
        var sections = [placements, GatheringParts.list(room, gatherings)]
        let goals = try await visit.fetch(GoalProgress(trainee: room.id))
        if !goals.isEmpty { sections.append(GoalParts.summary(room, goals)) }
        sections.append(documents(try await visit.fetch(DocumentsOfTrainee(trainee: room.id))))
        if let fees = try await FeeParts(room).section() { sections.append(fees) }
        return sections
    }

    /// What stands above and beside the parts.
    func fill(_ screen: inout SheetScreen) async throws {
        let talks = try await visit.fetch(TraineeTalks(trainee: room.id))
        let education = try await visit.fetch(EducationOfTrainee(trainee: room.id))
        screen.lead = [room.text("state.\(trainee.state.rawValue)"), room.detail.employer, trainee.field]
            .joined(separator: " · ")
        screen.timeline = Timeline(room, try await visit.fetch(TraineeAttendance(trainee: room.id)))
        screen.panels = [
            attention(talks.mentor), SheetSection(title: room.text("facts"), facts: facts(talks, education)),
        ]
        .compactMap(\.self)
    }

    private var placements: SheetSection {
        let columns = ["column.host", "column.placement", "dates", "paid_by", "supervisor"].map { room.text($0) }
        let rows = room.detail.placements.map { line in
            let supervisor = line.supervisors.first { $0.supervision.until == nil }
            var row = SheetRow(
                room.name(of: line),
                [
                    room.part(line.placement.part), room.days(line.placement.period),
                    room.text("payer.\(line.placement.paidBy.rawValue)"),
                    supervisor?.follower.name(visit) ?? room.text("supervisor.none"),
                ])
            row.path = room.linkPath(to: line)
            if line.lacksSupervisor { (row.mark, row.state) = (.late, room.text("supervisor.lacks")) }
            row.isEnded = line.placement.period.end <= room.today
            return row
        }
        return SheetSection(
            title: room.text("placements"), table: SheetTable(room.text("placements"), columns, rows),
            empty: rows.isEmpty ? room.text("placements.none") : "")
    }

    private func documents(_ documents: [IssuedDocument]) -> SheetSection {
        SheetSection(
            title: room.text("documents"), table: DocumentTable.of(documents, room),
            empty: documents.isEmpty ? room.text("documents.none") : "")
    }
}

extension OverviewParts {
    /// What waits for somebody; nil while nothing does.
    private func attention(_ cadence: TalkCadence) -> SheetSection? {
        var notes = room.detail.missing.map { room.text("missing.\($0.rawValue)") }
        if cadence.isOverdue, trainee.state == .enrolled, let by = cadence.nextBy {
            notes.append(room.text("talk.overdue", ["date": visit.format.date(by)]))
        }
        notes += gaps
        if room.detail.isClosed { notes.append(room.text("closed")) }
        return notes.isEmpty ? nil : SheetSection(title: room.text("attention"), notes: notes)
    }

    /// Whom somebody has still to name, told to who may name them.
    private var gaps: [String] {
        let hasMentor = room.detail.mentors.contains { $0.mentorship.state == .active }
        let mentor = !hasMentor && room.rules.roles.mentor != nil && room.mayPresent(.nameMentor)
        let unsupervised = room.mayPresent(.nameSupervisor) ? room.detail.placements.filter(\.lacksSupervisor) : []
        return (mentor ? [room.text("gap.mentor")] : [])
            + unsupervised.map { room.text("gap.supervisor", ["placement": room.name(of: $0)]) }
    }

    private func facts(_ talks: TraineeTalks.Answer, _ education: EducationShare) -> [Fact] {
        var facts = [
            Fact(room.text("mentor"), mentor), Fact(room.text("period"), room.days(trainee.period)),
            Fact(room.text("contract"), room.text("contract.\(trainee.contract.rawValue)")),
            Fact(room.text("entrance"), room.text("entrance.\(trainee.entrance.rawValue)")),
        ]
        facts += TermFacts(visit).lines(of: room.rules.employment)
        if let until = trainee.probationUntil {
            let day = visit.format.date(until.adding(days: -1))
            facts.append(Fact(room.text("probation"), [day, trainee.probationReason].compactMap(\.self)))
        }
        if let expected = talks.mentor.expected {
            let values = ["held": String(talks.mentor.held), "expected": String(expected)]
            let next = talks.mentor.nextBy.map { room.text("talk.next_by", ["date": visit.format.date($0)]) }
            facts.append(Fact(room.text("talks"), [room.text("talk.held", values), next].compactMap(\.self)))
        }
        return facts + shares(education) + outcomes
    }

    private var mentor: [String] {
        let open = room.detail.mentors.filter { $0.mentorship.state.isOpen }
        if open.isEmpty { return [room.text(room.rules.roles.mentor == nil ? "mentor.unused" : "mentor.none")] }
        return open.map { line in
            let name = line.follower.name(visit)
            return line.mentorship.state == .proposed ? room.text("mentor.asked", ["name": name]) : name
        }
    }

    private func shares(_ education: EducationShare) -> [Fact] {
        guard let percent = education.percent, let days = education.educationDays else { return [] }
        let values = [
            "work": String(100 - percent), "education": String(percent), "days": String(days),
            "hours": String(education.hours),
        ]
        return [Fact(room.text("education"), room.text("education.share", values))]
    }

    private var outcomes: [Fact] {
        let ended = trainee.endedOn.map { day in
            Fact(
                room.text("ended"),
                [visit.format.date(day), trainee.endReason.map { room.text("reason.\($0.rawValue)") }].compactMap(
                    \.self))
        }
        return [ended].compactMap(\.self)
            + room.detail.outcomes.map { Fact(room.text("outcome.\($0.kind.rawValue)"), visit.format.date($0.on)) }
    }
}

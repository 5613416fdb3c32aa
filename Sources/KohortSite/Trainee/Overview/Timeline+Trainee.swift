import Delivery
import KohortCore
import KohortWeb

extension Timeline {
    /// Placements, leaves and gatherings; nil where there is nothing yet.
    init?(_ room: TraineeVisit, _ gatherings: [TraineeAttendance.Line]) {
        let (visit, trainee) = (room.visit, room.detail.trainee)
        let scale = TimelineScale(whole: trainee.period)
        let now = trainee.period.contains(room.today) ? String(scale.place(of: room.today)) : ""
        var rows = room.detail.placements.map { line in
            let period = line.placement.period
            return TimelineRow(
                label: room.name(of: line), path: room.linkPath(to: line),
                dates: [visit.format.days(period.start, period.lastDay)],
                bars: [scale.bar(period.start, before: period.end, .work)], now: now)
        }
        rows += room.detail.leaves.map { leave in
            TimelineRow(
                label: visit.text("trainee.leave.away"),
                dates: [visit.format.days(leave.period.start, leave.period.lastDay)],
                bars: [scale.bar(leave.period.start, before: leave.period.end, .away)], now: now)
        }
        if !gatherings.isEmpty {
            let days = gatherings.map(\.gathering.days)
            rows.append(
                TimelineRow(
                    label: visit.text("trainee.gatherings"), dates: days.map { visit.format.days($0.first, $0.last) },
                    bars: days.map { scale.bar($0.first, before: $0.last.adding(days: 1), .common) }, now: now))
        }
        guard !rows.isEmpty else { return nil }
        caption = visit.text("trainee.timeline", ["name": trainee.name])
        (start, end) = (visit.format.month(trainee.period.start), visit.format.month(trainee.period.lastDay))
        self.rows = rows
    }
}

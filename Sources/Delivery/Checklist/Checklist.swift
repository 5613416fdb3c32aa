import KohortCore
import KohortStore

/// What a coordinator is to see to for one trainee (KS11-24); the points are the programme's, the ticks are here.
enum Checklist {
    static let migration = Migration(
        "checklist-ticks",
        [
            """
            create table checklist_tick (trainee \(.text) not null references trainee (id), item \(.text) not null, \
            ticked_on \(.text) not null, primary key (trainee, item))
            """
        ])

    /// When each point was ticked, of those that were.
    static func ticks(of trainee: TraineeID, in read: borrowing Read) throws -> [Slug: LocalDate] {
        var ticks: [Slug: LocalDate] = [:]
        try read.forEach("select item, ticked_on from checklist_tick where trainee = \(trainee)") {
            ticks[try $0[0]] = try $0[1]
        }
        return ticks
    }
}

extension Permission {
    package static let tickChecklist = Permission("delivery.checklist.tick")
}

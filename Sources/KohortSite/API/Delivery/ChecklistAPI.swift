import Delivery
import Hummingbird
import KohortCore
import KohortWeb

/// The coordinator's checklist for one trainee (KS11-24).
enum ChecklistAPI {
    static let endpoints = [
        Endpoint(
            post: "/trainees/{trainee}/checklist/{item}", TickItem.self,
            Operation("tickItem", "A point of the checklist is seen to", .done, refusals: [.conflict])
        ) { change in
            do { return try await change.done(try tick(change)) } catch Rejection.invalid(let problems)
                where problems.map(\.field) == ["item"]
            {
                throw Rejection.notFound
            }
        },
        Endpoint(
            post: "/trainees/{trainee}/checklist/{item}/removal", UntickItem.self,
            Operation("untickItem", "A point is not seen to after all", .done, refusals: [.conflict])
        ) { change in
            try await change.done(
                UntickItem(trainee: try change.visit.trainee(), item: try change.visit.context.slug("item")))
        },
    ]

    private static func tick(_ change: Change) throws -> TickItem {
        TickItem(trainee: try change.visit.trainee(), item: try change.visit.context.slug("item"))
    }
}

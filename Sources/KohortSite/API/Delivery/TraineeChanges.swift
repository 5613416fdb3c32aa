import Delivery
import Hummingbird
import KohortCore
import KohortWeb

/// How a trainee's time in the programme ends, or turns out never to have been.
enum TraineeChanges {
    static let endpoints = [
        Endpoint(
            post: "/trainees/{trainee}/removal", RemoveTrainee.self,
            Operation(
                "removeTrainee", "Strikes out a trainee who was entered by mistake: in no list and no figure", .done,
                refusals: [.conflict])
        ) { change in
            try await change.done(RemoveTrainee(trainee: try change.visit.trainee()))
        },
        Endpoint(
            post: "/trainees/{trainee}/completion", CompleteTrainee.self,
            Operation(
                "completeTrainee", "A trainee has come to the end of the programme", body: SentDay.shape, .done,
                refusals: [.conflict])
        ) { change in
            let sent: SentDay = try change.read()
            return try await change.done(CompleteTrainee(trainee: try change.visit.trainee(), on: sent.on))
        },
        Endpoint(
            post: "/trainees/{trainee}/early-hire", HireEarly.self,
            Operation(
                "hireEarly", "A trainee is hired before the end, which is no dropping out", body: SentDay.shape, .done,
                refusals: [.conflict])
        ) { change in
            let sent: SentDay = try change.read()
            return try await change.done(HireEarly(trainee: try change.visit.trainee(), on: sent.on))
        },
        Endpoint(
            post: "/trainees/{trainee}/withdrawal", WithdrawTrainee.self,
            Operation(
                "withdrawTrainee", "A trainee leaves before the end",
                body: .form(["on": .date, "reason": .choice(WithdrawalReason.self)]), .done, refusals: [.conflict])
        ) { change in
            let sent: SentWithdrawal = try change.read()
            return try await change.done(
                WithdrawTrainee(trainee: try change.visit.trainee(), on: sent.on, reason: sent.reason))
        },
        Endpoint(
            post: "/trainees/{trainee}/probation", ExtendProbation.self,
            Operation(
                "extendProbation", "Extends a probation that has not ended; `until` is the first day after it",
                body: .form(["until": .date, "reason": .text]), .done, refusals: [.conflict])
        ) { change in
            let sent: SentProbation = try change.read()
            return try await change.done(
                ExtendProbation(trainee: try change.visit.trainee(), until: sent.until, reason: sent.reason))
        },
    ]
}

private struct SentWithdrawal: Decodable {
    let on: LocalDate
    let reason: WithdrawalReason
}

private struct SentProbation: Decodable {
    let until: LocalDate
    let reason: String
}

/// What an id names. Uninhabited: they exist only to keep one kind of id from being passed for another.
package enum Tag {
    package enum Tenant {}
    package enum Person {}
    package enum Organisation {}
    package enum Unit {}
    package enum Membership {}
    package enum Body {}
    package enum Matter {}
    package enum Interest {}
    package enum Occasion {}
    package enum Grant {}
    package enum Token {}
    package enum SignIn {}
    package enum SignInRequest {}
    package enum LinkedIdentity {}
    package enum Programme {}
    package enum Cohort {}
    package enum Round {}
    package enum Demand {}
    package enum Candidacy {}
    package enum Document {}
    package enum Offer {}
    package enum Nomination {}
    package enum Trainee {}
    package enum Placement {}
    package enum Gathering {}
    package enum Talk {}
    package enum Evaluation {}
    package enum Education {}
    package enum IssuedDocument {}
    package enum Charge {}
    package enum Commitment {}
    package enum Invoice {}
    package enum Mentorship {}
    package enum Supervision {}
    package enum Leave {}
    package enum TraineeExtension {}
    /// A request that counts once, however often it is sent.
    package enum Once {}
    package enum Message {}
    package enum Webhook {}
    package enum Delivery {}
}

package typealias TenantID = ID<Tag.Tenant>
package typealias PersonID = ID<Tag.Person>
package typealias OrganisationID = ID<Tag.Organisation>
package typealias UnitID = ID<Tag.Unit>
package typealias MembershipID = ID<Tag.Membership>
package typealias BodyID = ID<Tag.Body>
package typealias MatterID = ID<Tag.Matter>
package typealias InterestID = ID<Tag.Interest>
package typealias OccasionID = ID<Tag.Occasion>
package typealias GrantID = ID<Tag.Grant>
package typealias TokenID = ID<Tag.Token>
package typealias SignInID = ID<Tag.SignIn>
package typealias SignInRequestID = ID<Tag.SignInRequest>
package typealias LinkedIdentityID = ID<Tag.LinkedIdentity>
package typealias ProgrammeID = ID<Tag.Programme>
package typealias CohortID = ID<Tag.Cohort>
package typealias RoundID = ID<Tag.Round>
package typealias DemandID = ID<Tag.Demand>
package typealias CandidacyID = ID<Tag.Candidacy>
package typealias DocumentID = ID<Tag.Document>
package typealias OfferID = ID<Tag.Offer>
package typealias NominationID = ID<Tag.Nomination>
package typealias TraineeID = ID<Tag.Trainee>
package typealias PlacementID = ID<Tag.Placement>
package typealias GatheringID = ID<Tag.Gathering>
package typealias TalkID = ID<Tag.Talk>
package typealias EvaluationID = ID<Tag.Evaluation>
package typealias EducationID = ID<Tag.Education>
package typealias IssuedDocumentID = ID<Tag.IssuedDocument>
package typealias ChargeID = ID<Tag.Charge>
package typealias CommitmentID = ID<Tag.Commitment>
package typealias InvoiceID = ID<Tag.Invoice>
package typealias MentorshipID = ID<Tag.Mentorship>
package typealias SupervisionID = ID<Tag.Supervision>
package typealias LeaveID = ID<Tag.Leave>
package typealias TraineeExtensionID = ID<Tag.TraineeExtension>
package typealias OnceID = ID<Tag.Once>
package typealias MessageID = ID<Tag.Message>
package typealias WebhookID = ID<Tag.Webhook>
package typealias DeliveryID = ID<Tag.Delivery>

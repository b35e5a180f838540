/// Why a rally ended as it did. "The striker" is the player who struck the ball last.
public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
  // Faults in service: the receiver scores.
  case serviceTooLate
  case serviceWithoutToss
  case tossFromMovingHand
  case tossWithSpin
  case tossNotVertical
  case tossTooLow
  case tossNotStruck
  case struckWhileRising
  case serviceBelowTable
  case serviceOverTable
  case serviceHidden
  case serviceMissedOwnCourt
  case serviceBouncedTwiceOnOwnCourt
  case serviceIntoNet
  case serviceMissedOtherCourt
  // Failures of the striker: the opponent scores.
  case intoNet
  case throughNet
  case ownCourt
  case sideOfTable
  case ballOut
  case passedEndLine
  case struckOwnBody
  case struckTwice
  case illegalFace
  // Failures of the player to whom the ball was struck: the striker scores.
  case obstruction
  case secondBounce
  case cameBackUnstruck
  case touchedBody
  case notReturned
  // Conduct, and the expedite system.
  case freeHandOnTable
  case movedTable
  case touchedNet
  case thirteenReturns
  // Lets.
  case serviceNet
  case receiverNotReady
  case disturbance
  case interruption
  case expediteBegins
  case wheelchairService
  case highBall
  case protectiveStop
  case serviceWithoutScore
  case rallyTooLong
}

extension Reason {
  /// The number of the law (ITTF, The Laws of Table Tennis, chapter 2 of the Statutes), or nil for
  /// a house rule or a rule of arXiv 2408.03906.
  public var law: String? {
    switch self {
    case .tossFromMovingHand: "2.6.1"
    case .serviceWithoutToss, .tossWithSpin, .tossNotVertical, .tossTooLow, .tossNotStruck: "2.6.2"
    case .struckWhileRising, .serviceMissedOwnCourt, .serviceBouncedTwiceOnOwnCourt: "2.6.3"
    case .serviceIntoNet, .serviceMissedOtherCourt: "2.6.3"
    case .serviceBelowTable, .serviceOverTable, .serviceHidden: "2.6.4"
    case .sideOfTable: "2.1.2"
    case .intoNet, .ownCourt, .ballOut, .struckOwnBody: "2.10.1.2"
    case .secondBounce, .cameBackUnstruck, .touchedBody, .notReturned: "2.10.1.3"
    case .passedEndLine: "2.10.1.4"
    case .throughNet: "2.10.1.5"
    case .obstruction: "2.10.1.6"
    case .struckTwice: "2.10.1.7"
    case .illegalFace: "2.10.1.8"
    case .movedTable: "2.10.1.9"
    case .touchedNet: "2.10.1.10"
    case .freeHandOnTable: "2.10.1.11"
    case .thirteenReturns: "2.15.4"
    case .serviceNet: "2.9.1.1"
    case .receiverNotReady: "2.9.1.2"
    case .disturbance: "2.9.1.3"
    case .interruption: "2.9.1.4"
    case .wheelchairService: "2.9.1.5"
    case .expediteBegins: "2.15.3"
    case .serviceTooLate, .highBall, .protectiveStop, .serviceWithoutScore, .rallyTooLong: nil
    }
  }
}

extension Reason: CustomStringConvertible {
  /// One sentence in plain English, without capital and full stop.
  public var description: String {
    switch self {
    case .serviceTooLate: "the server did not serve in time"
    case .serviceWithoutToss: "the server struck the ball without tossing it"
    case .tossFromMovingHand: "the ball did not rest on an open, still palm before the toss"
    case .tossWithSpin: "the toss gave the ball spin"
    case .tossNotVertical: "the toss was not near vertical"
    case .tossTooLow: "the toss did not rise high enough above the palm"
    case .tossNotStruck: "the tossed ball was not struck before it touched something"
    case .struckWhileRising: "the server struck the ball before it was falling"
    case .serviceBelowTable: "in service the ball was not above the level of the playing surface"
    case .serviceOverTable: "in service the ball was not behind the server's end line"
    case .serviceHidden: "in service the ball was hidden from the receiver"
    case .serviceMissedOwnCourt: "the service did not touch the server's court first"
    case .serviceBouncedTwiceOnOwnCourt: "the service touched the server's court twice"
    case .serviceIntoNet: "the service touched the net and did not reach the receiver's court"
    case .serviceMissedOtherCourt: "the service did not touch the receiver's court"
    case .intoNet: "the ball touched the net and did not reach the opponent's court"
    case .throughNet: "the ball did not pass over or around the net"
    case .ownCourt: "the striker's ball touched the striker's own court"
    case .sideOfTable: "the ball touched the side of the table, which is not playing surface"
    case .ballOut: "the ball touched something else before the opponent's court"
    case .passedEndLine: "the ball passed the end line without touching the opponent's court"
    case .struckOwnBody: "the striker's ball touched the striker's own body"
    case .struckTwice: "the ball was struck twice in succession by the same player"
    case .illegalFace: "the ball was struck with a covering that is not allowed"
    case .obstruction: "the ball was touched over or towards the table before it had bounced"
    case .secondBounce: "the ball bounced twice on the same court"
    case .cameBackUnstruck: "the ball came back to the striker's court without being struck"
    case .touchedBody: "the ball touched the player who had to return it"
    case .notReturned: "the ball was not struck after it had bounced"
    case .freeHandOnTable: "a free hand touched the playing surface"
    case .movedTable: "a player moved the playing surface"
    case .touchedNet: "a player touched the net"
    case .thirteenReturns: "the receiver made thirteen good returns under the expedite system"
    case .serviceNet: "the service touched the net and was good otherwise"
    case .receiverNotReady: "the receiver was not ready"
    case .disturbance: "the players were disturbed"
    case .interruption: "the umpire interrupted play"
    case .expediteBegins: "the expedite system comes into operation"
    case .wheelchairService: "the service did not leave the receiver's court by the end line"
    case .highBall: "the ball rose too high above the table"
    case .protectiveStop: "the robot made a protective stop"
    case .serviceWithoutScore: "this service does not count until the receiver has returned it"
    case .rallyTooLong: "the rally took too long"
    }
  }
}

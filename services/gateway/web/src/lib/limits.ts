/* What the contract bounds: numbers, characters or items. Made by `npm run types`. */

export const AdviseRequest = {
  words: {
    min: 1,
    max: 1000
  }
} as const;

export const AnswerStep = {
  own: {
    min: 0,
    max: 120
  }
} as const;

export const AssessBreach = {
  people: {
    min: 0,
    max: 1000000
  },
  words: {
    min: 0,
    max: 1000
  }
} as const;

export const BreachRule = {
  hours: {
    min: 1,
    max: 720
  },
  recipient: {
    min: 0,
    max: 200
  }
} as const;

export const Chosen = {
  own: {
    min: 0,
    max: 120
  }
} as const;

export const ChosenInput = {
  own: {
    min: 0,
    max: 120
  }
} as const;

export const CloseTrajectory = {
  hoursPercent: {
    min: 1,
    max: 100
  }
} as const;

export const CompleteRun = {
  seconds: {
    min: 0,
    max: 86400
  }
} as const;

export const ContactEmployer = {
  minutes: {
    min: 1,
    max: 600
  }
} as const;

export const ControllerDetails = {
  address: {
    min: 1,
    max: 1000
  },
  agreement: {
    min: 0,
    max: 1000
  },
  contact: {
    min: 1,
    max: 1000
  },
  legalName: {
    min: 1,
    max: 1000
  },
  number: {
    min: 1,
    max: 1000
  },
  officer: {
    min: 1,
    max: 1000
  },
  officerContact: {
    min: 1,
    max: 1000
  },
  others: {
    min: 0,
    max: 20
  }
} as const;

export const DescribeController = {
  address: {
    min: 1,
    max: 1000
  },
  agreement: {
    min: 0,
    max: 1000
  },
  contact: {
    min: 1,
    max: 1000
  },
  legalName: {
    min: 1,
    max: 1000
  },
  number: {
    min: 1,
    max: 1000
  },
  officer: {
    min: 1,
    max: 1000
  },
  officerContact: {
    min: 1,
    max: 1000
  },
  others: {
    min: 0,
    max: 20
  }
} as const;

export const GiveOwnVersion = {
  words: {
    min: 1,
    max: 2000
  }
} as const;

export const GrantRequest = {
  answer: {
    min: 0,
    max: 1000
  }
} as const;

export const MakeRequest = {
  words: {
    min: 0,
    max: 1000
  }
} as const;

export const NewLeadInput = {
  name: {
    min: 1,
    max: 80
  }
} as const;

export const NotifyAuthority = {
  reference: {
    min: 0,
    max: 1000
  }
} as const;

export const ObserveAlarm = {
  action: {
    min: 0,
    max: 500
  }
} as const;

export const OfferHandover = {
  name: {
    min: 1,
    max: 80
  },
  parts: {
    min: 1,
    max: 4
  },
  words: {
    min: 0,
    max: 1000
  }
} as const;

export const OpenCentre = {
  name: {
    min: 1,
    max: 120
  }
} as const;

export const RefuseRequest = {
  answer: {
    min: 0,
    max: 1000
  }
} as const;

export const RegisterEmployer = {
  municipality: {
    min: 1,
    max: 80
  },
  name: {
    min: 1,
    max: 80
  }
} as const;

export const RegisterPerson = {
  ftePercent: {
    min: 10,
    max: 100
  },
  name: {
    min: 1,
    max: 80
  }
} as const;

export const RegisterStep = {
  minutes: {
    min: 1,
    max: 600
  },
  note: {
    min: 0,
    max: 2000
  }
} as const;

export const RegisterYouth = {
  name: {
    min: 1,
    max: 80
  }
} as const;

export const ReportBreach = {
  words: {
    min: 0,
    max: 1000
  }
} as const;

export const RetentionTerm = {
  months: {
    min: 1,
    max: 360
  }
} as const;

export const SetBreachRule = {
  hours: {
    min: 1,
    max: 720
  },
  recipient: {
    min: 0,
    max: 200
  }
} as const;

export const SetRetentionTerm = {
  months: {
    min: 1,
    max: 360
  }
} as const;

export const StartPlacement = {
  weeklyHours: {
    min: 1,
    max: 48
  }
} as const;

export const TakeBreachMeasure = {
  words: {
    min: 1,
    max: 1000
  }
} as const;

export const TellOutside = {
  name: {
    min: 0,
    max: 100
  }
} as const;

/* What the contract bounds: numbers, characters or items. Made by `npm run types`. */

export const AnswerStep = {
  own: {
    min: 0,
    max: 120
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

export const NewLeadInput = {
  name: {
    min: 1,
    max: 80
  }
} as const;

export const OpenCentre = {
  name: {
    min: 1,
    max: 120
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

//! Invented names, and places of Flanders for centres.

/// Where the centres of the demo are.
pub(super) const PLACES: [&str; 36] = [
    "Kempen",
    "Mechelen",
    "Antwerpen",
    "Turnhout",
    "Lier",
    "Geel",
    "Boom",
    "Brasschaat",
    "Mol",
    "Leuven",
    "Aarschot",
    "Tienen",
    "Diest",
    "Vilvoorde",
    "Halle",
    "Asse",
    "Brussel",
    "Hasselt",
    "Genk",
    "Tongeren",
    "Sint-Truiden",
    "Maaseik",
    "Beringen",
    "Gent",
    "Aalst",
    "Dendermonde",
    "Sint-Niklaas",
    "Oudenaarde",
    "Eeklo",
    "Ronse",
    "Brugge",
    "Kortrijk",
    "Oostende",
    "Roeselare",
    "Ieper",
    "Veurne",
];

/// First names of young people.
pub(super) const YOUTHS: [&str; 48] = [
    "Dario", "Emre", "Jelle", "Sofie", "Amira", "Lotte", "Milan", "Yasmine", "Bram", "Fleur",
    "Ilias", "Nora", "Senne", "Hanne", "Kobe", "Aya", "Wout", "Elif", "Ruben", "Marie", "Imran",
    "Julie", "Stan", "Zeynep", "Lars", "Femke", "Youssef", "Kato", "Robbe", "Sara", "Adam", "Tess",
    "Mohamed", "Amber", "Xander", "Luna", "Dries", "Fatima", "Tibo", "Jana", "Nabil", "Silke",
    "Arne", "Samira", "Lukas", "Merel", "Finn", "Dina",
];

/// First names of staff.
pub(super) const STAFF: [&str; 24] = [
    "Lies", "Tom", "Katrien", "Hilde", "Bart", "Els", "Koen", "Nathalie", "Peter", "Sabine",
    "Geert", "Ann", "Wim", "Karima", "Jo", "Veerle", "Dirk", "Leen", "Mehmet", "Griet", "Stijn",
    "Inge", "Kristof", "Hanan",
];

/// Data protection officers, one of a centre.
pub(super) const OFFICERS: [&str; 4] =
    ["Miet Lenaerts", "Youssef Haddad", "Sara Mertens", "Filip Desmet"];

/// Family names of staff.
pub(super) const FAMILIES: [&str; 24] = [
    "Vermeulen",
    "Peeters",
    "Janssens",
    "Maes",
    "Jacobs",
    "Willems",
    "Claes",
    "Goossens",
    "Wouters",
    "De Smet",
    "Dubois",
    "Aerts",
    "Hermans",
    "Yilmaz",
    "Michiels",
    "Van Damme",
    "Bogaert",
    "El Idrissi",
    "Lemmens",
    "Smets",
    "Desmet",
    "Pauwels",
    "Cools",
    "Segers",
];

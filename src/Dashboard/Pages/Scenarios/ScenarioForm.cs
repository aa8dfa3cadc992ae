namespace CorridorTwin.Dashboard.Pages.Scenarios;

/// <summary>What stands in the builder's form, as typed: right or wrong. Numbers have a decimal point here whatever the reader writes.</summary>
public sealed record ScenarioForm
{
    /// <summary>Id of the scenario being changed; null for a new one.</summary>
    public string? Editing { get; init; }

    /// <summary>Fingerprint of the file it started from; empty for none.</summary>
    public string Seen { get; init; } = "";

    /// <summary>The file it started from: what the form has no field for is kept from there.</summary>
    public string Original { get; init; } = "";

    /// <summary>Id.</summary>
    public string Id { get; init; } = "";

    /// <summary>Name in Spanish.</summary>
    public string TitleEs { get; init; } = "";

    /// <summary>Name in English.</summary>
    public string TitleEn { get; init; } = "";

    /// <summary>Description in Spanish.</summary>
    public string DescriptionEs { get; init; } = "";

    /// <summary>Description in English.</summary>
    public string DescriptionEn { get; init; } = "";

    /// <summary>Id of what it starts from.</summary>
    public string Extends { get; init; } = "";

    /// <summary>Year; empty for that of what it starts from.</summary>
    public string Year { get; init; } = "";

    /// <summary>Monday on which the period begins, as year-month-day; empty for ordinary weeks.</summary>
    public string Period { get; init; } = "";

    /// <summary>Growth of trade; empty for the baseline's.</summary>
    public string Growth { get; init; } = "";

    /// <summary>Trucks on top; empty for none.</summary>
    public string Added { get; init; } = "";

    /// <summary>Uses of measures: at least one line for each measure there is.</summary>
    public IReadOnlyList<UseForm> Uses { get; init; } = [];

    /// <summary>Disturbances.</summary>
    public IReadOnlyList<DisturbanceForm> Disturbances { get; init; } = [];
}

/// <summary>One use of a measure in the form.</summary>
public sealed record UseForm
{
    /// <summary>Its name.</summary>
    public required string Measure { get; init; }

    /// <summary>Whether it is part of the scenario.</summary>
    public bool On { get; init; }

    /// <summary>Its line in the file the form started from; −1 for none.</summary>
    public int Line { get; init; } = -1;

    /// <summary>Posts that are ticked.</summary>
    public IReadOnlyList<string> Posts { get; init; } = [];

    /// <summary>Countries that are ticked.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Directions that are ticked.</summary>
    public IReadOnlyList<string> Directions { get; init; } = [];

    /// <summary>Roles that are ticked.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Operations that are ticked.</summary>
    public IReadOnlyList<string> Operations { get; init; } = [];

    /// <summary>Strength.</summary>
    public string Intensity { get; init; } = "100";

    /// <summary>Parameters as typed; empty for the usual value.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Parameters that are lists of posts: those ticked.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Lists { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>One disturbance in the form.</summary>
public sealed record DisturbanceForm
{
    /// <summary>What <see cref="Kind"/> begins with for a disturbance of the library; its id follows.</summary>
    public const string FromLibrary = "from:";

    /// <summary>Its kind, or the one of the library it is.</summary>
    public string Kind { get; init; } = "closure";

    /// <summary>Post; empty for all.</summary>
    public string Post { get; init; } = "";

    /// <summary>Days after the start of the measured period.</summary>
    public string Start { get; init; } = "";

    /// <summary>Hours it lasts.</summary>
    public string Length { get; init; } = "";

    /// <summary>How hard it hits; what that means depends on the kind.</summary>
    public string Force { get; init; } = "";

    /// <summary>Its line in the file the form started from; −1 for none.</summary>
    public int Line { get; init; } = -1;

    /// <summary>Key and unit of the force of a kind; null where it has none.</summary>
    public static (string Key, string Unit)? ForceOf(string kind) => kind switch
    {
        "strike" => ("absent", "%"),
        "outage" => ("slowdown", "x"),
        "surge" => ("added", "%"),
        _ => null,
    };
}

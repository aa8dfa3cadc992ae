using CorridorTwin.Scenarios;

namespace CorridorTwin.Dashboard.Live.Api;

/// <summary>What a request must show to be served.</summary>
internal enum ApiNeed
{
    /// <summary>Nothing: whether the program lives is no secret.</summary>
    Nothing,

    /// <summary>A key that reads, or what lets a browser see the pages.</summary>
    Read,

    /// <summary>A key that sends.</summary>
    Ingest,
}

/// <summary>One route of the API: what is mapped and what the document says come from the same place.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Address below <see cref="Root"/>.</param>
/// <param name="Need">What it asks for.</param>
/// <param name="Summary">What it gives.</param>
/// <param name="Handler">What it does.</param>
internal sealed record ApiRoute(string Method, string Path, ApiNeed Need, Bilingual Summary, RequestDelegate Handler)
{
    /// <summary>Where the API begins.</summary>
    public const string Root = "/api/v1";

    /// <summary>Its parameters.</summary>
    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];

    /// <summary>Its answer as a record; null if it is no JSON of ours.</summary>
    public Type? Answer { get; init; }

    /// <summary>Media type of the answer.</summary>
    public string AnswerType { get; init; } = "application/json";

    /// <summary>Its body as a record; null if it has none, or none of JSON.</summary>
    public Type? Body { get; init; }

    /// <summary>Media types of the body.</summary>
    public IReadOnlyList<string> BodyTypes { get; init; } = [];

    /// <summary>Other statuses it answers with, beside those every route has.</summary>
    public IReadOnlyList<int> Problems { get; init; } = [];

    /// <summary>Name of the operation in the document.</summary>
    public string Id => Method.ToLowerInvariant() + string.Concat(Path.Split('/', '.').Where(p => p.Length > 0).Select(p => char.ToUpperInvariant(p[0]) + p[1..]));
}

/// <summary>A parameter of an address.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Schema">JSON Schema of its value.</param>
/// <param name="Purpose">What it is for.</param>
internal sealed record ApiParameter(string Name, string Schema, Bilingual Purpose);

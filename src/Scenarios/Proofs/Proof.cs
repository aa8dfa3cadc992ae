using System.Text.Json;
using System.Text.Json.Nodes;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Store;

namespace CorridorTwin.Scenarios.Proofs;

/// <summary>All a report carries so that anyone can compute it again: the question, the input files, what was found, and its stamp.</summary>
public sealed record Proof
{
    /// <summary>Names the kind of file, and its version.</summary>
    public const string Format = "corridor-report/1";

    private const int BuildShown = 32;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Language of the report, <c>es</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>A comma for decimals.</summary>
    public bool Comma { get; init; }

    /// <summary>When the run ended, as the report says it.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>The build of the program.</summary>
    public string Build { get; init; } = CurrentBuild;

    /// <summary>What was asked.</summary>
    public required Question Question { get; init; }

    /// <summary>The stamp printed on it.</summary>
    public required Stamp Stamp { get; init; }

    /// <summary>The input files.</summary>
    public required InputCopies Inputs { get; init; }

    /// <summary>SHA-256 over the input files, when the report was made.</summary>
    public required string InputsHash { get; init; }

    /// <summary>What was found.</summary>
    public required JsonObject Results { get; init; }

    /// <summary>Which replications of which models were made.</summary>
    public IReadOnlyDictionary<string, HashSet<int>> Made { get; private init; } = new Dictionary<string, HashSet<int>>();

    /// <summary>This build.</summary>
    public static string CurrentBuild { get; } = ReplicationStore.Program[..BuildShown];

    /// <summary>Language and numbers.</summary>
    public Tongue Tongue => new(Language) { Figures = new Figures(Comma) };

    /// <summary>The proof of a report.</summary>
    /// <param name="subject">What it is about.</param>
    /// <param name="inputs">The files the run was made from.</param>
    /// <param name="tongue">Language and numbers.</param>
    /// <param name="ended">When the run ended.</param>
    public static Proof Of(ReportSubject subject, InputCopies inputs, Tongue tongue, DateTimeOffset? ended) => new()
    {
        Language = tongue.Code, Comma = tongue.Figures.Comma, Ended = ended?.ToUniversalTime(), Question = Question.Of(subject), Stamp = subject.Result.Stamp, Inputs = inputs, InputsHash = inputs.Hash,
        Results = ProofResults.Of(subject),
    };

    /// <summary>As one JSON object with a place for a <see cref="Seal"/>. It can stand inside a page: it holds no bare <c>&lt;</c>.</summary>
    public string Json()
    {
        var inputs = new JsonObject();
        foreach ((string name, string text) in Inputs.Files) inputs[name] = text;
        return new JsonObject
        {
            ["format"] = Format, ["seal"] = Seal.Blank, ["language"] = Language, ["comma"] = Comma, ["ended"] = Ended?.ToString("O", System.Globalization.CultureInfo.InvariantCulture), ["build"] = Build,
            ["question"] = JsonSerializer.SerializeToNode(Question, Web), ["stamp"] = JsonSerializer.SerializeToNode(Stamp, Web), ["inputsHash"] = InputsHash, ["results"] = Results.DeepClone(), ["inputs"] = inputs,
        }.ToJsonString();
    }

    /// <summary>Reads it again.</summary>
    /// <param name="json">The object.</param>
    /// <param name="file">Name of the file it stands in, for messages.</param>
    /// <exception cref="InputException">It is something else, or of another version.</exception>
    public static Proof Read(string json, string file)
    {
        try
        {
            JsonObject all = JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = 64 }) as JsonObject ?? throw Refuse(file, null);
            string? format = (string?)all["format"];
            if (format != Format) throw Refuse(file, format);
            var inputs = new SortedDictionary<string, string>(((JsonObject)all["inputs"]!).ToDictionary(p => p.Key, p => (string)p.Value!), StringComparer.Ordinal);
            var proof = new Proof
            {
                Language = Tongue.Codes.Contains((string?)all["language"]) ? (string)all["language"]! : "en", Comma = (bool)all["comma"]!, Ended = (DateTimeOffset?)all["ended"], Build = (string?)all["build"] ?? "",
                Question = all["question"].Deserialize<Question>(Web)!, Stamp = all["stamp"].Deserialize<Stamp>(Web)!, Inputs = new InputCopies(inputs), InputsHash = (string)all["inputsHash"]!,
                Results = (JsonObject)all["results"]!.DeepClone(), Made = ProofResults.Made((JsonObject)all["results"]!),
            };
            return proof is { Question.IsSound: true, Inputs.AreNamesSound: true, Stamp: not null } ? proof : throw Refuse(file, null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or InvalidCastException or NullReferenceException or FormatException or ArgumentException or NotSupportedException)
        {
            throw Refuse(file, null);
        }
    }

    private static InputException Refuse(string file, string? format) => new([new InputProblem(Mark.Whole(file), "", format, format is null
        ? new("los datos del informe están incompletos o dañados", "the report's data are incomplete or damaged")
        : new("es de otra versión de este programa", "is of another version of this program"), Bilingual.Same(Format))]);
}

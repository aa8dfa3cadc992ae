using CorridorTwin.Scenarios;

namespace CorridorTwin.Dashboard.Pages.Corridor;

/// <summary>What the baseline's lanes are called.</summary>
public static class LaneTexts
{
    /// <summary>First gate.</summary>
    public static Bilingual Gate { get; } = new("Garita", "Gate");

    /// <summary>Driver's control.</summary>
    public static Bilingual Migration { get; } = new("Migración", "Migration");

    /// <summary>Document desk.</summary>
    public static Bilingual Customs { get; } = new("Aduana", "Customs");

    /// <summary>Documents of transit.</summary>
    public static Bilingual Transit { get; } = new("Ventanilla de tránsito", "Transit desk");

    /// <summary>Plant and animal health.</summary>
    public static Bilingual Sps { get; } = new("Sanidad agropecuaria", "Plant and animal health");

    /// <summary>Yellow channel.</summary>
    public static Bilingual Review { get; } = new("Revisión documental", "Document review");

    /// <summary>Red channel by machine.</summary>
    public static Bilingual Scanner { get; } = new("Escáner", "Scanner");

    /// <summary>Red channel by hand.</summary>
    public static Bilingual Inspection { get; } = new("Inspección física", "Physical inspection");

    /// <summary>Duties and fees.</summary>
    public static Bilingual Payment { get; } = new("Pago", "Payment");

    /// <summary>Last gate.</summary>
    public static Bilingual Exit { get; } = new("Salida", "Exit");

    /// <summary>Places that are no desks: the road itself, and carriers' own yards.</summary>
    public static bool IsDesk(string lane) => lane is not ("approach" or "depot");

    /// <summary>A lane's name in words; null for one that only its own baseline knows.</summary>
    public static Bilingual? Of(string lane) => lane switch
    {
        "gate" => Gate,
        "migration" => Migration,
        "customs" => Customs,
        "transit-desk" => Transit,
        "sps" => Sps,
        "review" => Review,
        "scanner" => Scanner,
        "inspection" => Inspection,
        "payment" => Payment,
        "exit" => Exit,
        _ => null,
    };
}

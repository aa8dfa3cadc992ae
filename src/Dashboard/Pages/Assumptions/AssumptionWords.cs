using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Dashboard.Pages.Assumptions;

/// <summary>Grades and groups in words.</summary>
internal static class AssumptionWords
{
    /// <summary>A grade.</summary>
    public static Bilingual Of(Grade? grade) => grade switch
    {
        Grade.Assumption => AssumptionTexts.Assumption,
        Grade.Read => AssumptionTexts.Read,
        Grade.Derived => AssumptionTexts.Derived,
        Grade.Calibrated => AssumptionTexts.Calibrated,
        Grade.Measured => AssumptionTexts.Measured,
        _ => AssumptionTexts.Ungraded,
    };

    /// <summary>A group.</summary>
    public static Bilingual Of(FigureGroup group) => group switch
    {
        FigureGroup.Capacity => AssumptionTexts.Capacity,
        FigureGroup.Demand => AssumptionTexts.Demand,
        FigureGroup.Risk => AssumptionTexts.Risk,
        FigureGroup.Declarations => AssumptionTexts.Declarations,
        FigureGroup.Carriers => AssumptionTexts.Carriers,
        FigureGroup.Outages => AssumptionTexts.Outages,
        FigureGroup.Roads => AssumptionTexts.Roads,
        FigureGroup.Costs => AssumptionTexts.Costs,
        _ => AssumptionTexts.Other,
    };
}

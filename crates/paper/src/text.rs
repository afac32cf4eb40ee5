//! Setting text: cleaning, measuring with the real typeface, wrapping, fitting. Lengths are the paper's units.

mod clean;
mod face;
mod run;
mod wrap;

pub(crate) use face::{Cut, Cuts, Faces, Weight};
pub(crate) use run::Run;

use crate::error::PaperError;

/// Sets texts in the built-in typefaces.
pub(crate) struct Typesetter {
    faces: Faces,
}

impl Typesetter {
    pub(crate) fn new() -> Result<Self, PaperError> {
        Ok(Self { faces: Faces::new()? })
    }

    pub(crate) const fn faces(&self) -> &Faces {
        &self.faces
    }

    /// One line as it is, however long.
    pub(crate) fn line(&self, text: &str, weight: Weight, size: i32) -> Run {
        self.faces.text(weight).shape(&self.clean(text), size)
    }

    /// Figures of equal width, made smaller until they fit: never cut.
    pub(crate) fn figures(&self, text: &str, weight: Weight, size: i32, width: i32) -> Run {
        let face = self.faces.figures(text, weight);
        shrunk(size, width, 1, |size| face.shape(text, size))
    }

    /// One line, made smaller until it fits: never cut.
    pub(crate) fn whole(&self, text: &str, weight: Weight, size: i32, width: i32) -> Run {
        let text = self.clean(text);
        shrunk(size, width, 1, |size| self.faces.text(weight).shape(&text, size))
    }

    /// Lines that fit, at most `most` of them; more end in an ellipsis.
    pub(crate) fn wrapped(&self, text: &str, weight: Weight, size: i32, width: i32, most: usize) -> Vec<Run> {
        let face = self.faces.text(weight);
        wrap::lines(&clean::paragraphs(text, &self.faces), width, most, |line| {
            face.shape(line, size).width()
        })
        .iter()
        .map(|line| shrunk(size, width, size / 2, |size| face.shape(line, size)))
        .collect()
    }

    /// The text as it will be printed, on one line.
    pub(crate) fn clean(&self, text: &str) -> String {
        clean::line(text, &self.faces)
    }
}

/// The largest run of at most `size` that is not wider than `width`.
fn shrunk(size: i32, width: i32, smallest: i32, shape: impl Fn(i32) -> Run) -> Run {
    let run = shape(size);
    if run.width() <= width {
        return run;
    }
    let fitting = i64::from(size) * i64::from(width.max(0)) / i64::from(run.width().max(1));
    shape(
        i32::try_from(fitting)
            .unwrap_or(size)
            .clamp(smallest.max(1), size),
    )
}

#[cfg(test)]
mod tests;
